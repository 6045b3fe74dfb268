namespace CohortBot.Chat.Sending;

/// <summary>How long a part that did not leave waits: doubled from try to try, half of it chance, so that many do not come back at the same moment.</summary>
internal sealed class OutboxWaits(Random chance)
{
    /// <summary>The first wait.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait; a platform that is down for an hour gets a dozen tries.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private const int MostDoublings = 20; // far past the longest wait, far from an overflow

    /// <summary>The wait after a failure.</summary>
    /// <param name="attempts">Tries before the one that failed.</param>
    /// <param name="asked">What the platform asked for: never less.</param>
    public TimeSpan After(long attempts, TimeSpan? asked)
    {
        var wait = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (int)Math.Min(attempts, MostDoublings)));
        if (asked is not { } least)
            return (wait / 2) + (wait / 2 * chance.NextDouble());
        return least + (First * chance.NextDouble());
    }
}
