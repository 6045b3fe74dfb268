using CohortBot.Storage;

namespace CohortBot.Benchmarks.Turns;

/// <summary>The bot's own share of a lab turn, and how many turns a second it does with a model that answers at once.</summary>
internal static class TurnsMeasurement
{
    private const int Labs = 200;
    private const int TurnsEach = 5;
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(1.5);

    /// <summary>Measures throughput, then the share at the pace of a model that takes its time.</summary>
    public static async Task RunAsync(BenchmarkArguments arguments)
    {
        Console.WriteLine($"engine: {arguments.Engine}; {Labs} labs in flight, {TurnsEach} turns in each, the third completes it and makes a card\n");
        await RunAsync(arguments, "model answers at once", arguments.Number("members", 3000), isPaced: false);
        await RunAsync(arguments, "model takes 0.5 to 1.5 s", arguments.Number("slow", 1000), isPaced: true);
        if (arguments.Engine == "sqlite")
            await InsertScale.RunAsync();
    }

    private static async Task RunAsync(BenchmarkArguments arguments, string name, int members, bool isPaced)
    {
        if (members == 0)
            return;
        await using var program = new BenchProgram(arguments.Settings);
        await program.MigrateAsync();
        var crowd = await Crowd.GatherAsync(program.Get<Database>(), WarmUp.Members + members);
        await program.Application.StartAsync();
        var warm = await WarmUp.RunAsync(program, crowd, TurnsEach, Labs);
        IReadOnlyList<LabMember> measured = [.. crowd.Skip(WarmUp.Members)];
        var alone = await new LoadAlone(program, measured).MeasureAsync(TurnsEach, Labs);
        var before = await CountAsync(program);
        if (isPaced)
            program.Model.Takes = () => (Random.Shared.NextDouble() + 0.5) * (Slowest / 1.5);
        var load = new TurnsLoad(program, measured, TurnsEach);
        var cost = new TurnCost(warm, alone);
        var elapsed = await load.RunAsync(Labs, isPaced ? Slowest : TimeSpan.Zero);
        cost.End(load.Done);
        Check(load, await CountAsync(program) - before);
        Show(name, load, elapsed, cost);
    }

    private static Task<long> CountAsync(BenchProgram program) =>
        program.Get<Database>().ReadAsync(session => session.ScalarAsync<long>("SELECT COUNT(*) FROM exchanges"), CancellationToken.None);

    // A figure is worth nothing when turns were lost on the way.
    private static void Check(TurnsLoad load, long counted)
    {
        if (counted != load.Done || load.Missed > 0)
            throw new InvalidOperationException($"{load.Done} turns were answered, {counted} were counted, {load.Missed} were missed.");
    }

    private static void Show(string name, TurnsLoad load, TimeSpan elapsed, TurnCost cost)
    {
        Console.WriteLine($"{name}: {load.Done} turns in {elapsed.TotalSeconds:F1} s = {load.Done / elapsed.TotalSeconds:F0} turns/s; {cost}");
        Console.WriteLine("  ms                                    p50      p95      p99    worst");
        Console.WriteLine($"  message in -> advisor asked      {load.Before}");
        Console.WriteLine($"  answer done -> counted and shown {load.After}");
        Console.WriteLine($"  both                             {load.Share}");
        Console.WriteLine($"  answer done -> card shown        {load.Completing}\n");
    }
}
