using System.CommandLine;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Simulation;
using CohortBot.Simulation.Report;
using CohortBot.Texts;
using Microsoft.Extensions.Options;

namespace CohortBot.Cli;

/// <summary><c>cohortbot simulate</c>: lets a whole cohort happen offline and checks what came of it.</summary>
internal static class SimulateCommand
{
    /// <summary>A check failed.</summary>
    public const int ChecksFailed = 1;

    /// <summary>What was typed cannot be meant.</summary>
    public const int CannotBeMeant = 2;

    /// <summary>The command; its exit code is 1 when a check fails, 2 when it was not understood.</summary>
    public static Command Create(Wording wording)
    {
        var options = new SimulateOptions(wording);
        var command = new Command("simulate", wording.Say("simulation.about"));
        foreach (var option in options.All)
            command.Add(option);
        command.SetAction(async (parsed, cancellationToken) => await RunAsync(options, parsed, wording, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(SimulateOptions options, ParseResult parsed, Wording wording, CancellationToken cancellationToken)
    {
        try
        {
            var request = new SimulateInput(options, parsed, await FindCoursesAsync()).Read();
            using var folder = SimulationFolder.Open(parsed.GetValue(options.Keep));
            var report = await SimulateAsync(request, folder, wording);
            SimulationPrinter.Print(report, parsed.GetValue(options.Json), parsed.GetValue(options.Width));
            if (folder.IsKept)
                await Console.Error.WriteLineAsync(wording.Say("simulation.kept", ("command", $"COHORTBOT_Storage__File={folder.File} cohortbot run")));
            return report.IsGood ? 0 : ChecksFailed;
        }
        catch (CommandException exception)
        {
            await Console.Error.WriteLineAsync(wording.Say(exception.Key, exception.Values));
            return CannotBeMeant;
        }
        catch (Exception exception) when (StartFault.Explain(exception, wording) is { } explanation)
        {
            await Console.Error.WriteLineAsync(explanation);
            return CannotBeMeant;
        }
    }

    private static async Task<SimulationReport> SimulateAsync(SimulationRequest request, SimulationFolder folder, Wording wording)
    {
        var progress = new SimulationProgress(request, wording);
        var simulated = await new Simulator(request, CohortBotHost.AddFeatures, folder.File).RunAsync(progress.Show);
        progress.End();
        var report = await SimulationReport.MakeAsync(simulated);
        if (folder.IsKept)
            await simulated.KeepClockAsync();
        simulated.World.Database.Dispose();
        return report;
    }

    // The settings say where the courses lie; nothing else of them counts here.
    private static async Task<CourseFolders> FindCoursesAsync()
    {
        await using var app = CohortBotHost.Build(urls: null);
        return CourseFolders.Find(app.Services.GetRequiredService<IOptions<CourseOptions>>().Value);
    }
}
