using Microsoft.Extensions.Options;

namespace CohortBot.Advisors.Calls;

/// <summary>
/// Decides whether a request that failed is sent again, and when. The only place that does: the providers' own libraries are told not to, and
/// a turn asks the advisor once.
/// </summary>
/// <param name="options">How often.</param>
/// <param name="chance">Spreads the waits, so that labs which failed together do not come back together.</param>
internal sealed class RetryPlan(IOptions<AdvisorOptions> options, Random chance)
{
    // A member who waits longer is better served by an apology with "Try again".
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait before the next try; null when there is none.</summary>
    /// <param name="fault">Why the last one failed.</param>
    /// <param name="tries">How many there were.</param>
    /// <param name="left">What is left of the answer's time.</param>
    public TimeSpan? WaitBeforeNext(ModelException fault, int tries, TimeSpan left)
    {
        if (!fault.IsTransient || tries > options.Value.Retries)
            return null;
        var wait = fault.RetryAfter ?? TimeSpan.Zero;
        if (wait > LongestWait)
            return null;
        wait += Spread(wait > TimeSpan.Zero ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(1 << Math.Min(tries - 1, 4)));
        return wait < left ? wait : null;
    }

    // From half of it to all of it.
    private TimeSpan Spread(TimeSpan wait) => wait * (0.5 + chance.NextDouble() / 2);
}
