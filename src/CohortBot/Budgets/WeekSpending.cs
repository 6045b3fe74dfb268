using CohortBot.Access;
using CohortBot.Cohorts;
using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Budgets;

/// <summary>Sums up a cohort's week, by member.</summary>
internal sealed class WeekSpending(IOptions<BudgetOptions> options, TimeProvider time)
{
    /// <summary>The cohort's week as it is now.</summary>
    public async Task<Week> FindAsync(Session session, Cohort cohort)
    {
        var periods = BudgetPeriods.Of(cohort, time.GetUtcNow());
        var rows = await session.QueryAsync<MemberSum>(
            """
            SELECT member, CAST(COALESCE(SUM(CASE WHEN currency = @currency THEN cost END), 0) AS BIGINT) AS cost,
                   CAST(SUM(input_tokens + output_tokens) AS BIGINT) AS tokens
            FROM model_calls WHERE workspace = @Workspace AND cohort = @Id AND cohort_week = @Week
            GROUP BY member
            """,
            new { cohort.Workspace, cohort.Id, periods.Week, currency = options.Value.Currency });
        return new Week(periods, [.. rows.Select(row => new Amount(row.Cost, row.Tokens))]);
    }

    /// <summary>A cohort's week.</summary>
    /// <param name="Periods">When it is.</param>
    /// <param name="Members">What each member has taken who has taken anything; nobody is named.</param>
    internal sealed record Week(BudgetPeriods Periods, IReadOnlyList<Amount> Members)
    {
        /// <summary>All of it.</summary>
        public Amount Total => Amount.Sum(Members);

        /// <summary>Each member's part of the whole, the largest first; by cost, or by tokens where nothing has a price.</summary>
        public IReadOnlyList<double> Shares
        {
            get
            {
                var total = Total;
                var parts = Members.Select(member => total.Cost > 0 ? (double)member.Cost / total.Cost : (double)member.Tokens / Math.Max(1, total.Tokens));
                return [.. parts.OrderDescending()];
            }
        }

        /// <summary>How few members make up half of it.</summary>
        public int MembersOfHalf
        {
            get
            {
                var (count, sum) = (0, 0.0);
                foreach (var share in Shares.TakeWhile(_ => sum < 0.5))
                    (count, sum) = (count + 1, sum + share);
                return count;
            }
        }
    }

    private sealed record MemberSum
    {
        public required MemberKey Member { get; init; }

        public required long Cost { get; init; }

        public required long Tokens { get; init; }
    }
}
