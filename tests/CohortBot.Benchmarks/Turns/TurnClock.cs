using System.Diagnostics;

namespace CohortBot.Benchmarks.Turns;

/// <summary>The moments of one turn, as the member, the model and the ledger see them.</summary>
internal sealed class TurnClock
{
    private readonly long _sentAt = Stopwatch.GetTimestamp();
    private long _askedAt;
    private long _answeredAt;

    /// <summary>Whether the model was asked.</summary>
    public bool WasAsked => _askedAt != 0;

    /// <summary>From the message in to the advisor asked.</summary>
    public TimeSpan Before => Stopwatch.GetElapsedTime(_sentAt, _askedAt);

    /// <summary>The model is asked.</summary>
    public void Asked() => _askedAt = Stopwatch.GetTimestamp();

    /// <summary>The model's last word was handed over.</summary>
    public void Answered() => _answeredAt = Stopwatch.GetTimestamp();

    /// <summary>From the answer's end until now, when it is counted and shown.</summary>
    public TimeSpan SinceAnswer() => Stopwatch.GetElapsedTime(_answeredAt);
}
