using CohortBot.Operations;
using Microsoft.Extensions.Options;

namespace CohortBot.Advisors.Safety;

/// <summary>Looks whether there are help lines to show in a crisis, and whether somebody has made sure of them lately.</summary>
internal sealed class HelpLinesCheck(IOptions<SafetyOptions> options, TimeProvider time) : IDoctorCheck
{
    /// <inheritdoc/>
    public string Name => "help_lines";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(Look());

    private IReadOnlyList<Finding> Look()
    {
        var lines = options.Value.HelpLines;
        if (lines.Count == 0)
            return [Finding.Look("doctor.help_lines_none")];
        var oldest = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-options.Value.HelpLineDays);
        IReadOnlyList<Finding> old = [.. lines.Where(line => line.CheckedOn < oldest).Select(line => Finding.Look("doctor.help_lines_old", ("name", line.Name), ("country", line.Country), ("date", line.CheckedOn)))];
        return old.Count > 0 ? old : [Finding.Well("doctor.help_lines_well", ("count", lines.Count))];
    }
}
