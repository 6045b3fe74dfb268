using CohortBot.Operations;
using Microsoft.Extensions.Options;

namespace CohortBot.Storage;

/// <summary>
/// Whether the folder of the data can be written and has space. Where the data lies on a server, the journal of erasures still
/// lies there; it needs next to no space, and the server's disk is not seen from here.
/// </summary>
internal sealed class DiskCheck(DataFolder folder, Database database, IOptions<OperationsOptions> options) : IDoctorCheck
{
    private const int Megabyte = 1024 * 1024;

    /// <inheritdoc/>
    public string Name => "disk";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>([Find()]);

    private Finding Find()
    {
        if (!folder.CanBeWritten())
            return Finding.Broken("doctor.disk_rights", ("folder", folder.Path), ("user", Environment.UserName));
        if (database.Engine.IsShared)
            return Finding.Well("doctor.disk_server", ("folder", folder.Path));
        if (folder.FreeBytes() is not { } free)
            return Finding.Look("doctor.disk_unknown", ("folder", folder.Path));
        (string, object?)[] values = [("folder", folder.Path), ("free", free / Megabyte), ("wanted", options.Value.FreeDiskMegabytes)];
        return (free / Megabyte) switch
        {
            var left when left < options.Value.FreeDiskMegabytes / 10 => Finding.Broken("doctor.disk_full", values),
            var left when left < options.Value.FreeDiskMegabytes => Finding.Look("doctor.disk_full", values),
            _ => Finding.Well("doctor.disk_well", values),
        };
    }
}
