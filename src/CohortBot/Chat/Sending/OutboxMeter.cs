using System.Diagnostics.Metrics;
using CohortBot.Operations;

namespace CohortBot.Chat.Sending;

/// <summary>What leaves, and what does not.</summary>
internal static class OutboxMeter
{
    private static readonly Counter<long> Parts = Meters.Count("cohortbot.outbox.parts", "{part}", "Tries to send a part of a message, by outcome.");
    private static readonly Histogram<double> Delivery = Meters.Waited("cohortbot.outbox.delivery.duration", "How long the platform took to take a part.");
    private static readonly Gauge<double> Standing = Meters.Gauge("cohortbot.outbox.messages", "{part}", "Parts of messages that have not arrived, by state.");
    private static readonly Gauge<double> Oldest = Meters.Gauge("cohortbot.outbox.oldest.age", "s", "Age of the oldest part that has not arrived; 0 when all have.");

    /// <summary>What became of a try.</summary>
    internal enum Outcome
    {
        /// <summary>The part has arrived.</summary>
        Sent,

        /// <summary>It is tried again.</summary>
        Failed,

        /// <summary>It can never arrive.</summary>
        Dropped,
    }

    /// <summary>A part was tried.</summary>
    public static void Tried(Outcome outcome, long start)
    {
        Parts.Add(1, Label.As("outcome", Label.Of(outcome)));
        Delivery.Record(Meters.Since(start));
    }

    /// <summary>So many parts stand in a state.</summary>
    public static void Stand(OutboxState state, long count) => Standing.Record(count, Label.As("state", Label.Of(state)));

    /// <summary>The oldest part that has not arrived.</summary>
    public static void StandsSince(TimeSpan age) => Oldest.Record(Math.Max(0, age.TotalSeconds));

    /// <summary>The counters with nothing counted.</summary>
    public static void AtZero()
    {
        foreach (var outcome in Label.All<Outcome>())
            Parts.Add(0, Label.As("outcome", outcome));
    }
}
