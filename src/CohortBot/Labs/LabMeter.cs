using System.Diagnostics.Metrics;
using CohortBot.Exchanges;
using CohortBot.Operations;

namespace CohortBot.Labs;

/// <summary>
/// What happens in labs. A turn's own share has two parts: from the moment when it may begin to the advisor being asked, and from the end of the
/// answer to the exchange being counted and shown. Waits that are meant (for the member's next message, for the platform's pace) are in neither.
/// </summary>
internal static class LabMeter
{
    private static readonly Counter<long> Received = Meters.Count("cohortbot.messages.received", "{message}", "Messages that will be answered.");
    private static readonly Counter<long> NotOurs = Meters.Count("cohortbot.messages.elsewhere", "{message}", "Messages outside of lab threads: dropped from memory.");
    private static readonly Counter<long> Left = Meters.Count("cohortbot.messages.dropped", "{message}", "Messages in lab threads that are not answered, by reason.");
    private static readonly Histogram<double> Intake = Meters.Took("cohortbot.message.intake.duration", "From a message in a lab thread to its being stored.");
    private static readonly Counter<long> Turns = Meters.Count("cohortbot.turns", "{turn}", "Turns by outcome; one that is tried again counts again.");
    private static readonly UpDownCounter<long> UnderWay = Meters.Level("cohortbot.turns.active", "{turn}", "Participations that are being worked on.");
    private static readonly UpDownCounter<long> Queued = Meters.Level("cohortbot.turns.waiting", "{turn}", "Turns that wait for a place among Labs:AtOnce answers.");
    private static readonly Histogram<double> Before = Meters.Took("cohortbot.turn.before.duration", "Own share of a turn: from when it may begin to the advisor being asked.");
    private static readonly Histogram<double> After = Meters.Took("cohortbot.turn.after.duration", "Own share of a turn: from the end of the answer to counted and shown.");
    private static readonly Histogram<double> Answer = Meters.Waited("cohortbot.turn.answer.duration", "From the advisor being asked to the end of its answer, tries and showing included.");
    private static readonly Gauge<double> Labs = Meters.Gauge("cohortbot.labs", "{lab}", "Members' labs in cohorts that are not closed, by state.");

    /// <summary>A message outside of lab threads. The hot path: nothing but this.</summary>
    public static void Elsewhere() => NotOurs.Add(1);

    /// <summary>A message was stored, or was stored before.</summary>
    public static void Took(bool isNew, WhyNot? reason, long start)
    {
        Intake.Record(Meters.Since(start));
        if (!isNew)
            Left.Add(1, Label.As("reason", "repeated"));
        else if (reason is { } why)
            Left.Add(1, Label.As("reason", Label.Of(why)));
        else
            Received.Add(1);
    }

    /// <summary>Work on a participation begins (1) or ends (-1).</summary>
    public static void Work(int change) => UnderWay.Add(change);

    /// <summary>A turn begins (1) or ends (-1) to wait for a place.</summary>
    public static void Queue(int change) => Queued.Add(change);

    /// <summary>The advisor is asked.</summary>
    public static void Asked(TimeSpan ownShare) => Before.Record(ownShare.TotalSeconds);

    /// <summary>The advisor's answer is complete, or there will be none.</summary>
    public static void Answered(TimeSpan took) => Answer.Record(took.TotalSeconds);

    /// <summary>A turn was counted and shown.</summary>
    public static void Ended(TimeSpan ownShare)
    {
        After.Record(ownShare.TotalSeconds);
        Turns.Add(1, Label.As("outcome", "answered"));
    }

    /// <summary>A turn got no answer.</summary>
    public static void Failed(TurnFailure failure) => Turns.Add(1, Label.As("outcome", Label.Of(failure)));

    /// <summary>The member took back all that was asked.</summary>
    public static void Withdrawn() => Turns.Add(1, Label.As("outcome", "withdrawn"));

    /// <summary>So many labs stand in a state.</summary>
    public static void Stand(ParticipationState state, long count) => Labs.Record(count, Label.As("state", Label.Of(state)));

    /// <summary>The counters with nothing counted.</summary>
    public static void AtZero()
    {
        Received.Add(0);
        NotOurs.Add(0);
        UnderWay.Add(0);
        Queued.Add(0);
        foreach (var reason in Label.All<WhyNot>().Append("repeated"))
            Left.Add(0, Label.As("reason", reason));
        foreach (var outcome in Label.All<TurnFailure>().Concat(["answered", "withdrawn"]))
            Turns.Add(0, Label.As("outcome", outcome));
    }
}
