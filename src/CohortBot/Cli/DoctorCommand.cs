using System.CommandLine;
using CohortBot.Storage;
using CohortBot.Texts;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Spectre.Console;

namespace CohortBot.Cli;

/// <summary><c>cohortbot doctor</c>: looks at everything that the program needs and says what to mend.</summary>
internal static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Wording wording)
    {
        var command = new Command("doctor", wording.Say("cli.doctor"));
        command.SetAction((_, cancellationToken) => RunAsync(wording, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Wording wording, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = CohortBotHost.Build(urls: null);
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
            var report = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(cancellationToken);
            Print(report, wording);
            return report.Status == HealthStatus.Unhealthy ? 1 : 0;
        }
        catch (Exception exception) when (StartFault.Explain(exception, wording) is { } explanation)
        {
            await Console.Error.WriteLineAsync(explanation);
            return 1;
        }
    }

    private static void Print(HealthReport report, Wording wording)
    {
        var table = new Table().RoundedBorder()
            .AddColumns(wording.Say("cli.doctor.what"), wording.Say("cli.doctor.state"), wording.Say("cli.doctor.detail"));
        foreach (var (name, entry) in report.Entries)
        {
            var colour = entry.Status switch { HealthStatus.Healthy => "green", HealthStatus.Degraded => "yellow", _ => "red" };
            table.AddRow(
                new Markup(Markup.Escape(name)),
                new Markup($"[{colour}]{Markup.Escape(wording.Say($"cli.doctor.{entry.Status}"))}[/]"),
                new Markup(Markup.Escape(entry.Description ?? "")));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(wording.Say($"cli.doctor.all_{report.Status}"));
    }
}
