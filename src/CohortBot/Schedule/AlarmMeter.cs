using System.Diagnostics.Metrics;
using CohortBot.Operations;

namespace CohortBot.Schedule;

/// <summary>How the alarms do.</summary>
internal static class AlarmMeter
{
    private static readonly Histogram<double> Lateness = Meters.Late("cohortbot.alarms.lateness", "How long after its hour an alarm went off; after an outage, its length.");
    private static readonly Counter<long> Failures = Meters.Count("cohortbot.alarms.failed", "{alarm}", "Alarms whose handler failed; they go off again.");
    private static readonly Counter<long> Jumps = Meters.Count("cohortbot.clock.jumps", "{jump}", "Jumps of the machine's clock.");

    /// <summary>An alarm went off.</summary>
    public static void Rang(TimeSpan late) => Lateness.Record(Math.Max(0, late.TotalSeconds));

    /// <summary>An alarm's handler failed.</summary>
    public static void Failed() => Failures.Add(1);

    /// <summary>The machine's clock jumped.</summary>
    public static void Jumped() => Jumps.Add(1);

    /// <summary>The counters with nothing counted.</summary>
    public static void AtZero()
    {
        Failures.Add(0);
        Jumps.Add(0);
    }
}
