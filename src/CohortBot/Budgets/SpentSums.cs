using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Budgets;

/// <summary>What was taken from an account's budgets, summed up from the ledger each time.</summary>
internal sealed class SpentSums(IOptions<BudgetOptions> options)
{
    private const string Sums =
        """
        CAST(COALESCE(SUM(CASE WHEN currency = @currency THEN cost END), 0) AS BIGINT) AS cost,
        CAST(COALESCE(SUM(input_tokens + output_tokens), 0) AS BIGINT) AS tokens
        FROM model_calls WHERE workspace = @Workspace AND
        """;

    /// <summary>By span, what an account's calls have taken.</summary>
    public async Task<IReadOnlyDictionary<BudgetSpan, Amount>> FindAsync(Session session, CallAccount account, BudgetPeriods periods)
    {
        var rows = await session.QueryAsync<SpanSum>(
            $"""
            SELECT 'MemberDay' AS span, {Sums} cohort = @Cohort AND member = @Member AND member_day = @Day
            UNION ALL SELECT 'MemberWeek' AS span, {Sums} cohort = @Cohort AND member = @Member AND cohort_week = @Week
            UNION ALL SELECT 'Lab' AS span, {Sums} participation = @Participation
            UNION ALL SELECT 'CohortWeek' AS span, {Sums} cohort = @Cohort AND cohort_week = @Week
            """,
            new { account.Workspace, account.Cohort, account.Member, account.Participation, periods.Day, periods.Week, currency = options.Value.Currency });
        return rows.ToDictionary(row => Enum.Parse<BudgetSpan>(row.Span), row => new Amount(row.Cost, row.Tokens));
    }

    private sealed record SpanSum
    {
        public required string Span { get; init; }

        public required long Cost { get; init; }

        public required long Tokens { get; init; }
    }
}
