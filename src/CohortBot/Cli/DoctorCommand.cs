using System.CommandLine;
using CohortBot.Operations;
using CohortBot.Texts;

namespace CohortBot.Cli;

/// <summary>
/// <c>cohortbot doctor [--json]</c>: looks at everything that the program needs and says what to mend. It changes nothing and can be asked while the program
/// runs. Exit codes: 0 nothing is broken, 1 something is, 2 the settings are wrong, so that the rest could not be looked at.
/// </summary>
internal static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Wording wording)
    {
        var json = new Option<bool>("--json") { Description = wording.Say("cli.doctor.json") };
        var command = new Command("doctor", wording.Say("cli.doctor")) { json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(json), wording, cancellationToken));
        return command;
    }

    /// <summary>Asks every check that is registered.</summary>
    public static async Task<DoctorReport> ExamineAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var report = new DoctorReport();
        report.Add("settings", [Finding.Well("doctor.settings_well", ("version", ProgramMeter.Version))]);
        foreach (var check in services.GetServices<IDoctorCheck>())
            report.Add(check.Name, check.NeedsTables && !report.HasTables ? [Finding.Well("doctor.check_later")] : await AskAsync(check, cancellationToken));
        return report;
    }

    private static async Task<int> RunAsync(bool isJson, Wording wording, CancellationToken cancellationToken)
    {
        var report = await ExamineAsync(cancellationToken);
        if (isJson)
            await Console.Out.WriteLineAsync(report.ToJson(wording));
        else
            DoctorTable.Print(report, Screen.Create(), wording);
        return report.ExitCode;
    }

    private static async Task<DoctorReport> ExamineAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var app = CohortBotHost.Build(urls: null, builder => builder.Logging.ClearProviders());
            return await ExamineAsync(app.Services, cancellationToken);
        }
        catch (Exception exception) when (SettingsFaults.Read(exception) is { Count: > 0 } faults)
        {
            return DoctorReport.OfSettings(faults);
        }
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
