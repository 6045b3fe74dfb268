using System.Diagnostics;

namespace CohortBot.Benchmarks.Running;

/// <summary>A whole cohort offline: <c>simulate --members 30 --weeks 8</c>.</summary>
internal static class SimulateMeasurement
{
    public static async Task RunAsync(BenchmarkArguments arguments)
    {
        string[] typed = ["simulate", "--members", "30", "--weeks", "8"];
        var start = ProgramStart.Of(arguments, typed);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var printed = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Console.WriteLine($"cohortbot {string.Join(' ', typed)}: {watch.Elapsed.TotalSeconds:F1} s, exit code {process.ExitCode} (0: all checks of the report hold)");
        if (process.ExitCode != 0)
            Console.WriteLine(string.Concat(printed));
    }
}
