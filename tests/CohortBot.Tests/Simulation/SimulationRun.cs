using System.Diagnostics;
using System.Text;
using CohortBot.Tests.Crashes;

namespace CohortBot.Tests.Simulation;

/// <summary>The program's command line in a process of its own: a simulation waits for its whole process to be calm, and a process has one time zone and one language.</summary>
internal sealed class SimulationRun : IDisposable
{
    private readonly CrashCourse _course;
    private readonly string _folder = Directory.CreateTempSubdirectory("cohortbot-simulation-test-").FullName;

    public SimulationRun(int lessons = 8) => _course = new CrashCourse(lessons);

    /// <summary>Where its lessons are.</summary>
    public string Lessons => _course.Lessons;

    /// <summary>Where its prompts are.</summary>
    public string Prompts => _course.Prompts;

    /// <summary>A name in a folder that goes with the test.</summary>
    public string In(string name) => Path.Combine(_folder, name);

    /// <summary>Runs a command to its end.</summary>
    public async Task<Ended> RunAsync(string arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "cohortbot.dll") },
        };
        foreach (var argument in arguments.Split(' '))
            start.ArgumentList.Add(argument);
        start.Environment["COHORTBOT_Courses__LessonsFolder"] = _course.Lessons;
        start.Environment["COHORTBOT_Courses__PromptsFolder"] = _course.Prompts;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return new Ended(process.ExitCode, await output, await errors);
    }

    public void Dispose()
    {
        _course.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>What a command left.</summary>
    internal sealed record Ended(int ExitCode, string Output, string Errors);
}
