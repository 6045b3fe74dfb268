using System.CommandLine;
using CohortBot.Operations;
using CohortBot.Texts;

namespace CohortBot.Cli;

/// <summary>
/// <c>cohortbot doctor [--json] [--no-model]</c>: looks at everything that the program needs and says what to mend. It changes nothing and can be asked while
/// the program runs. What costs money is said before it is done, on the error stream, so that what a script reads stays JSON. Exit codes: 0 nothing is broken, 1 something is, 2 the settings are wrong, so that the rest could not be looked at.
/// </summary>
internal static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Wording wording)
    {
        var json = new Option<bool>("--json") { Description = wording.Say("cli.doctor.json") };
        var noModel = new Option<bool>("--no-model") { Description = wording.Say("cli.doctor.no_model") };
        var command = new Command("doctor", wording.Say("cli.doctor")) { json, noModel };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Action<Sentence>? announce = parsed.GetValue(noModel) ? null : cost => Console.Error.WriteLine(wording.Say(cost));
            var report = await ExamineAsync(announce, cancellationToken);
            if (parsed.GetValue(json))
                await Console.Out.WriteLineAsync(report.ToJson(wording));
            else
                DoctorTable.Print(report, Screen.Create(), wording);
            return report.ExitCode;
        });
        return command;
    }

    /// <summary>Asks every check that is registered.</summary>
    /// <param name="services">The program's.</param>
    /// <param name="announce">Says what a check costs before it is asked; null leaves those out that cost something.</param>
    /// <param name="cancellationToken">Ends the examination.</param>
    public static async Task<DoctorReport> ExamineAsync(IServiceProvider services, Action<Sentence>? announce, CancellationToken cancellationToken)
    {
        var report = new DoctorReport();
        report.Add("settings", [Finding.Well("doctor.settings_well", ("version", ProgramMeter.Version))]);
        foreach (var check in services.GetServices<IDoctorCheck>())
            report.Add(check.Name, await LookAsync(check, report.HasTables, announce, cancellationToken));
        return report;
    }

    private static async Task<DoctorReport> ExamineAsync(Action<Sentence>? announce, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = CohortBotHost.Build(urls: null, builder => builder.Logging.ClearProviders());
            return await ExamineAsync(app.Services, announce, cancellationToken);
        }
        catch (Exception exception) when (SettingsFaults.Read(exception) is { Count: > 0 } faults)
        {
            return DoctorReport.OfSettings(faults);
        }
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(IDoctorCheck check, bool hasTables, Action<Sentence>? announce, CancellationToken cancellationToken)
    {
        if (check.NeedsTables && !hasTables)
            return [Finding.Well("doctor.check_later")];
        if (check.Cost is { } cost)
        {
            if (announce is null)
                return [Finding.Well("doctor.check_left_out")];
            announce(cost);
        }

        return await AskAsync(check, cancellationToken);
    }

    private static async Task<IReadOnlyList<Finding>> AskAsync(IDoctorCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.CheckAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return [Finding.Broken("doctor.check_failed", ("fault", exception.GetType().Name))];
        }
    }
}
