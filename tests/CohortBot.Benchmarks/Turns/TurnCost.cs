using System.Diagnostics;

namespace CohortBot.Benchmarks.Turns;

/// <summary>What a turn of a run takes: processor time and memory; a collection counts where it happens.</summary>
/// <param name="warmUp">How many turns were done before, unmeasured.</param>
/// <param name="load">The processor time of a turn's load by itself.</param>
internal sealed class TurnCost(long warmUp, TimeSpan load)
{
    private readonly TimeSpan _processor = Process.GetCurrentProcess().TotalProcessorTime;
    private readonly long _allocated = GC.GetTotalAllocatedBytes();
    private double _milliseconds;
    private double _kilobytes;

    /// <summary>The run has ended with so many turns.</summary>
    public void End(long turns)
    {
        _milliseconds = (Process.GetCurrentProcess().TotalProcessorTime - _processor).TotalMilliseconds / turns;
        _kilobytes = (GC.GetTotalAllocatedBytes() - _allocated) / 1024.0 / turns;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{_milliseconds:F2} ms of processor time a turn, of it {load.TotalMilliseconds:F3} ms the load's own; {_kilobytes:F0} KB taken; {warmUp} turns before, not measured";
}
