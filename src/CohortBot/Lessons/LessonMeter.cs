using System.Diagnostics.Metrics;
using CohortBot.Operations;

namespace CohortBot.Lessons;

/// <summary>What became of lessons whose time had come.</summary>
internal static class LessonMeter
{
    private static readonly Counter<long> Posted = Meters.Count("cohortbot.lessons.posted", "{lesson}", "Lessons that stand in their channel, all parts of them.");
    private static readonly Counter<long> Overdue = Meters.Count("cohortbot.lessons.late", "{lesson}", "Lessons that were posted by themselves more than a minute after their hour.");
    private static readonly Counter<long> Handed = Meters.Count("cohortbot.lessons.offered", "{lesson}", "Lessons left to the facilitators, by reason.");
    private static readonly Histogram<double> Lateness = Meters.Late("cohortbot.lessons.lateness", "How long after its hour a lesson was put on its way by itself.");

    // A platform's own delivery takes seconds; what is later than this was kept by something.
    private static readonly TimeSpan InTime = TimeSpan.FromMinutes(1);

    /// <summary>Why a lesson waits for a facilitator.</summary>
    internal enum Reason
    {
        /// <summary>It came later than the cohort's grace period.</summary>
        TooLate,

        /// <summary>The cohort's lessons are opened by hand.</summary>
        ByHand,

        /// <summary>The platform would not take it.</summary>
        Refused,
    }

    /// <summary>A lesson was put on its way by itself.</summary>
    public static void Leave(TimeSpan late)
    {
        Lateness.Record(Math.Max(0, late.TotalSeconds));
        if (late > InTime)
            Overdue.Add(1);
    }

    /// <summary>A lesson stands in its channel.</summary>
    public static void Arrive() => Posted.Add(1);

    /// <summary>A lesson was left to the facilitators.</summary>
    public static void Offer(Reason reason) => Handed.Add(1, Label.As("reason", Label.Of(reason)));

    /// <summary>The counters with nothing counted.</summary>
    public static void AtZero()
    {
        Posted.Add(0);
        Overdue.Add(0);
        foreach (var reason in Label.All<Reason>())
            Handed.Add(0, Label.As("reason", reason));
    }
}
