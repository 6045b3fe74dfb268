using CohortBot.Reports.Export;

namespace CohortBot.Cli;

/// <summary>Writes an export into a folder.</summary>
internal static class ExportFolder
{
    /// <summary>Writes each file beside its final name and puts it there when it is whole; one of an earlier export is replaced. Only this user may read them.</summary>
    public static async Task WriteAsync(string folder, CohortExport export, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in export.Files)
        {
            var path = Path.Combine(folder, file.Name);
            var unfinished = $"{path}.unfinished";
            await using (var stream = new FileStream(unfinished, Options()))
                await stream.WriteAsync(file.Content, cancellationToken);
            File.Move(unfinished, path, overwrite: true);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
