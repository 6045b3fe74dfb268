namespace CohortBot.Budgets;

/// <summary>
/// How much of a cohort's week one member may take, so that nobody drains it for the others: the settings' part of the week, or one and a half
/// equal parts where the cohort is so small that this is more. The part does not shrink while others spend, so a member can be told what it is,
/// and all of the week can be used as soon as enough members use it.
/// </summary>
internal static class FairShare
{
    // One and a half equal parts: of two members each may take three quarters, and a quarter is always left for the other.
    private const decimal EqualParts = 1.5m;

    /// <summary>A member's part of the week's limit; rounded up, in the member's favour.</summary>
    /// <param name="week">The cohort's limit for a week.</param>
    /// <param name="members">How many members take part now.</param>
    /// <param name="percent">The settings' part, in percent.</param>
    public static Limit Of(Limit week, int members, int percent)
    {
        var part = Math.Min(1m, Math.Max(percent / 100m, EqualParts / Math.Max(1, members)));
        return new Limit(Part(week.Cost, part), Part(week.Tokens, part));
    }

    private static long? Part(long? limit, decimal part) => limit is { } whole ? (long)decimal.Ceiling(whole * part) : null;
}
