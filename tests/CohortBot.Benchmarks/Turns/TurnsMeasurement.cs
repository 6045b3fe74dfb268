using System.Diagnostics;
using CohortBot.Storage;

namespace CohortBot.Benchmarks.Turns;

/// <summary>The bot's own share of a lab turn, and how many turns a second it does with a model that answers at once.</summary>
internal static class TurnsMeasurement
{
    private const int Labs = 200;

    /// <summary>Measures throughput, then the share at a calm pace.</summary>
    public static async Task RunAsync(BenchmarkArguments arguments)
    {
        Console.WriteLine($"engine: {arguments.Engine}; {Labs} labs in flight\n");
        await RunAsync(arguments, "warm-up", 400, 4, () => TimeSpan.Zero, isShown: false);
        await RunAsync(arguments, "model answers at once", arguments.Number("members", 3000), 5, () => TimeSpan.Zero);
        await RunAsync(arguments, "model takes 0.5 to 1.5 s", arguments.Number("slow", 600), 5, () => TimeSpan.FromMilliseconds(500 + Random.Shared.Next(1000)));
    }

    private static async Task RunAsync(BenchmarkArguments arguments, string name, int members, int turnsEach, Func<TimeSpan> takes, bool isShown = true)
    {
        await using var program = new BenchProgram(new Dictionary<string, string?>());
        await program.MigrateAsync();
        var crowd = await Crowd.GatherAsync(program.Get<Database>(), members);
        await program.Application.StartAsync();
        program.Model.Takes = takes;
        var load = new TurnsLoad(program, crowd, turnsEach);
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var elapsed = await load.RunAsync(Labs);
        processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
        await CheckAsync(program, load);
        if (isShown)
            Show(name, load, elapsed, processor);
    }

    // A figure is worth nothing when turns were lost on the way.
    private static async Task CheckAsync(BenchProgram program, TurnsLoad load)
    {
        var counted = await program.Get<Database>().ReadAsync(session => session.ScalarAsync<long>("SELECT COUNT(*) FROM exchanges"), CancellationToken.None);
        if (counted != load.Done || load.Missed > 0)
            throw new InvalidOperationException($"{load.Done} turns were answered, {counted} were counted, {load.Missed} were missed.");
    }

    private static void Show(string name, TurnsLoad load, TimeSpan elapsed, TimeSpan processor)
    {
        Console.WriteLine($"{name}: {load.Done} turns in {elapsed.TotalSeconds:F1} s = {load.Done / elapsed.TotalSeconds:F0} turns/s, {processor.TotalMilliseconds / load.Done:F2} ms of processor time a turn");
        Console.WriteLine("  ms                                    p50      p95      p99    worst");
        Console.WriteLine($"  message in -> advisor asked      {load.Before}");
        Console.WriteLine($"  answer done -> counted and shown {load.After}");
        Console.WriteLine($"  both                             {load.Share}");
        Console.WriteLine($"  answer done -> card shown        {load.Completing}\n");
    }
}
