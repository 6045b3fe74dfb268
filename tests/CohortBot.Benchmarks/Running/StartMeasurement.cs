using System.Diagnostics;
using CohortBot.Benchmarks.Measuring;

namespace CohortBot.Benchmarks.Running;

/// <summary>From the start of the process to "ready": the first time, with the demo being made, and afterwards. For scale: a program that only prints its version.</summary>
internal static class StartMeasurement
{
    private const int Times = 7;

    public static async Task RunAsync(BenchmarkArguments arguments)
    {
        var folder = Directory.CreateTempSubdirectory("cohortbot-start-").FullName;
        try
        {
            var database = Path.Combine(folder, "start.db");
            using (var first = await RunningProgram.StartAsync(arguments, database))
                Console.WriteLine($"first start, makes the demo: {first.Ready.TotalMilliseconds:F0} ms");
            var warm = new Percentiles();
            for (var time = 0; time < Times; time++)
            {
                using var program = await RunningProgram.StartAsync(arguments, database);
                warm.Add(program.Ready);
            }

            Console.WriteLine("                                      p50      p95      p99    worst");
            Console.WriteLine($"start to ready, {Times} times, ms     {warm}");
            Console.WriteLine($"for scale, cohortbot --version: {await VersionAsync(arguments):F0} ms");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> VersionAsync(BenchmarkArguments arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(ProgramStart.Of(arguments, "--version"))!;
        await process.WaitForExitAsync();
        return watch.Elapsed.TotalMilliseconds;
    }
}
