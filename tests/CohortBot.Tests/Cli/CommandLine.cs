using System.Diagnostics;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Privacy;

namespace CohortBot.Tests.Cli;

/// <summary>Runs <c>cohortbot</c> as a process of its own, with the settings of a cohort that may be running.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The exit code and all that was printed.</summary>
    public static async Task<(int Code, string Said)> RunAsync(RunningCohort cohort, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            WorkingDirectory = cohort.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "cohortbot.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["COHORTBOT_Storage__File"] = cohort.Database;
        start.Environment["COHORTBOT_Courses__LessonsFolder"] = Path.Combine(Repository.Root, "lessons");
        start.Environment["COHORTBOT_Courses__PromptsFolder"] = Path.Combine(Repository.Root, "prompts");
        start.Environment["LANG"] = "en_US.UTF-8";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await errors);
    }
}
