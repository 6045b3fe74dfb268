using System.Diagnostics.Metrics;
using CohortBot.Operations;

namespace CohortBot.Storage;

/// <summary>What the database takes.</summary>
internal static class DatabaseMeter
{
    private static readonly UpDownCounter<long> Waiting = Meters.Level("cohortbot.database.writes.waiting", "{write}", "Writes that wait for the one writer.");
    private static readonly Histogram<double> WaitTime = Meters.Took("cohortbot.database.write.wait", "How long a write waited for the one writer.");
    private static readonly Histogram<double> WriteTime = Meters.Took("cohortbot.database.write.duration", "How long a write took, its commit included, its wait not.");
    private static readonly Histogram<double> ReadTime = Meters.Took("cohortbot.database.read.duration", "How long a read took.");
    private static readonly Counter<long> Faults = Meters.Count("cohortbot.database.faults", "{fault}", "Reads and writes that ended with an exception, a cancelled one not.");

    /// <summary>A write waits.</summary>
    public static long Queue()
    {
        Waiting.Add(1);
        return Meters.Now();
    }

    /// <summary>A write waits no more: its turn has come, or it was cancelled.</summary>
    /// <returns>The start of its work.</returns>
    public static long Dequeue(long queuedAt)
    {
        Waiting.Add(-1);
        WaitTime.Record(Meters.Since(queuedAt));
        return Meters.Now();
    }

    /// <summary>A write has ended.</summary>
    public static void Wrote(long start) => WriteTime.Record(Meters.Since(start));

    /// <summary>A read has ended.</summary>
    public static void Read(long start) => ReadTime.Record(Meters.Since(start));

    /// <summary>A read or write failed.</summary>
    public static void Failed() => Faults.Add(1);

    /// <summary>The counters with nothing counted.</summary>
    public static void AtZero()
    {
        Waiting.Add(0);
        Faults.Add(0);
    }
}
