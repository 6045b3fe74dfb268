namespace CohortBot.Benchmarks.Running;

/// <summary>What the idle program holds in memory, with the shipped courses and the demo.</summary>
internal static class MemoryMeasurement
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(BenchmarkArguments arguments)
    {
        var folder = Directory.CreateTempSubdirectory("cohortbot-memory-").FullName;
        try
        {
            var database = Path.Combine(folder, "memory.db");
            using (await RunningProgram.StartAsync(arguments, database))
            {
                // The first start makes the demo.
            }

            using var program = await RunningProgram.StartAsync(arguments, database);
            var atReady = program.ResidentMegabytes;
            await Task.Delay(Settle);
            Console.WriteLine($"resident memory: {atReady:F0} MB at ready, {program.ResidentMegabytes:F0} MB after {Settle.TotalSeconds:F0} s of doing nothing, {program.PrivateMegabytes:F0} MB of it private");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
