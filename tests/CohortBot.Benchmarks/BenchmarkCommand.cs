using CohortBot.Benchmarks.Cohorts;
using CohortBot.Benchmarks.Dropping;
using CohortBot.Benchmarks.Measuring;
using CohortBot.Benchmarks.Running;
using CohortBot.Benchmarks.Sending;
using CohortBot.Benchmarks.Turns;

namespace CohortBot.Benchmarks;

/// <summary>
/// <c>dotnet run --project tests/CohortBot.Benchmarks -c Release -- WHAT [--engine postgresql --connection "Host=…"]</c>: measures one thing, or all, and prints tables.
/// </summary>
internal static class BenchmarkCommand
{
    private static readonly Dictionary<string, Func<BenchmarkArguments, Task>> Measurements = new(StringComparer.Ordinal)
    {
        ["start"] = StartMeasurement.RunAsync,
        ["memory"] = MemoryMeasurement.RunAsync,
        ["drop"] = DropMeasurement.RunAsync,
        ["turns"] = TurnsMeasurement.RunAsync,
        ["outbox"] = OutboxMeasurement.RunAsync,
        ["cohorts"] = CohortsMeasurement.RunAsync,
        ["simulate"] = SimulateMeasurement.RunAsync,
    };

    /// <summary>Runs what was asked for; 2 when nobody knows it.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var asked = BenchmarkArguments.Read(arguments);
        if (asked.What != "all" && !Measurements.ContainsKey(asked.What))
        {
            await Console.Error.WriteLineAsync($"Measure one of: {string.Join(", ", Measurements.Keys)}, all.");
            return 2;
        }

        Machine.Print();
        foreach (var (name, measure) in Measurements.Where(measurement => asked.What == "all" || measurement.Key == asked.What))
        {
            Console.WriteLine($"\n## {name}\n");
            await measure(asked);
        }

        return 0;
    }
}
