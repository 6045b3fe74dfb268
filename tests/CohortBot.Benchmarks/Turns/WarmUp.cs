using System.Runtime;

namespace CohortBot.Benchmarks.Turns;

/// <summary>
/// Turns before the measured ones, in the same program: a program that runs for weeks has its code compiled, and what compiling takes is no part of
/// a turn. The runtime compiles what is used often a second time, in the background, and goes on with it for seconds.
/// </summary>
internal static class WarmUp
{
    private const int MostRounds = 6;

    // In a round of two thousand turns; the last stragglers may be compiled under the measured ones.
    private const int FewMethods = 60;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>How many members it takes at most.</summary>
    public static int Members => MostRounds * MembersEach;

    private static int MembersEach => 400;

    /// <summary>Runs turns until hardly anything is compiled any more. Returns how many there were.</summary>
    public static async Task<long> RunAsync(BenchProgram program, IReadOnlyList<LabMember> members, int turnsEach, int atOnce)
    {
        var done = 0L;
        for (var round = 0; round < MostRounds; round++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            var load = new TurnsLoad(program, [.. members.Skip(round * MembersEach).Take(MembersEach)], turnsEach);
            await load.RunAsync(atOnce, TimeSpan.Zero);
            done += load.Done;
            await SettleAsync();
            if (JitInfo.GetCompiledMethodCount() - before < FewMethods)
                break;
        }

        return done;
    }

    // Until half a second passes without anything being compiled.
    private static async Task SettleAsync()
    {
        long before;
        do
        {
            before = JitInfo.GetCompiledMethodCount();
            await Task.Delay(Look);
        }
        while (JitInfo.GetCompiledMethodCount() > before);
    }
}
