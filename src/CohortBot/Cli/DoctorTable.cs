using CohortBot.Texts;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Spectre.Console;

namespace CohortBot.Cli;

/// <summary>Prints what the doctor found as a table, and below it what to do.</summary>
internal static class DoctorTable
{
    /// <summary>Prints.</summary>
    public static void Print(DoctorReport report, IAnsiConsole console, Wording wording)
    {
        var table = new Table().RoundedBorder()
            .AddColumns(wording.Say("cli.doctor.what"), wording.Say("cli.doctor.state"), wording.Say("cli.doctor.detail"));
        foreach (var (check, finding) in report.Findings)
        {
            var words = wording.Say(finding.Detail) + (finding.Mend is { } mend ? $"\n{wording.Say("cli.doctor.mend", ("mend", wording.Say(mend)))}" : "");
            table.AddRow(new Text(wording.Say($"doctor.name_{check}")), new Text(wording.Say($"cli.doctor.{finding.State}"), new Style(Colour(finding.State))), new Text(words));
        }

        console.Write(table);
        console.WriteLine(wording.Say(report.ExitCode == 2 ? "cli.doctor.cut_short" : $"cli.doctor.all_{report.State}"));
    }

    private static Color Colour(HealthStatus state) => state switch
    {
        HealthStatus.Healthy => Color.Green,
        HealthStatus.Degraded => Color.Yellow,
        _ => Color.Red,
    };
}
