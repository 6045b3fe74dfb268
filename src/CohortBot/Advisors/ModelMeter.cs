using System.Diagnostics.Metrics;
using CohortBot.Operations;

namespace CohortBot.Advisors;

/// <summary>What the model does. Which model it is stands in the settings and in each exchange's row.</summary>
internal static class ModelMeter
{
    private static readonly Counter<long> Calls = Meters.Count("cohortbot.model.calls", "{call}", "Calls of the model, by outcome; a call that is tried again counts again.");
    private static readonly Counter<long> Tokens = Meters.Count("cohortbot.model.tokens", "{token}", "Tokens of answers, cards and summaries, by direction; as the model counts them, else estimated.");
    private static readonly Histogram<double> Duration = Meters.Waited("cohortbot.model.duration", "How long the model itself took for a call, showing its words not included.");
    private static readonly Histogram<double> FirstWords = Meters.Waited("cohortbot.model.first_words", "How long the model took to its first words.");

    /// <summary>What became of a call.</summary>
    internal enum Outcome
    {
        /// <summary>It answered.</summary>
        Answered,

        /// <summary>It took too long.</summary>
        TimedOut,

        /// <summary>It is busy or out of reach.</summary>
        Unavailable,

        /// <summary>It refused.</summary>
        Refused,

        /// <summary>The answer was empty.</summary>
        Empty,

        /// <summary>The connection to it is not set up right.</summary>
        NotSetUp,

        /// <summary>Nobody waited for it any more: the member changed the message, or the program stops.</summary>
        Cancelled,

        /// <summary>A fault of ours.</summary>
        Unexpected,
    }

    /// <summary>The first words came.</summary>
    public static void BeganAfter(TimeSpan wait) => FirstWords.Record(wait.TotalSeconds);

    /// <summary>A call has ended.</summary>
    public static void Ended(Outcome outcome, TimeSpan took)
    {
        Calls.Add(1, Label.As("outcome", Label.Of(outcome)));
        Duration.Record(took.TotalSeconds);
    }

    /// <summary>What a call took.</summary>
    public static void Used(long input, long output)
    {
        Tokens.Add(input, Label.As("direction", "in"));
        Tokens.Add(output, Label.As("direction", "out"));
    }

    /// <summary>The outcome of a failure.</summary>
    public static Outcome Of(AdvisorFailure failure) => failure switch
    {
        AdvisorFailure.TimedOut => Outcome.TimedOut,
        AdvisorFailure.Refused => Outcome.Refused,
        AdvisorFailure.Empty => Outcome.Empty,
        AdvisorFailure.Unavailable => Outcome.Unavailable,
        AdvisorFailure.NotSetUp => Outcome.NotSetUp,
        _ => Outcome.Unexpected,
    };

    /// <summary>The counters with nothing counted.</summary>
    public static void AtZero()
    {
        foreach (var outcome in Label.All<Outcome>())
            Calls.Add(0, Label.As("outcome", outcome));
        Used(0, 0);
    }
}
