using CohortBot.Access;
using CohortBot.Exchanges;
using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Budgets;

/// <summary>
/// Places in the budget that turns under way hold. A reservation counts while its turn is open or being asked, less what the turn's calls
/// have taken since: nothing has to be given back, also not after a crash, since the turn's own state decides.
/// </summary>
internal sealed class TurnReservations(IOptions<BudgetOptions> options)
{
    /// <summary>Holds a place for a turn; one that was held before is held anew.</summary>
    public Task HoldAsync(Session session, CallAccount account, BudgetPeriods periods, Amount amount) =>
        session.ExecuteAsync(
            """
            INSERT INTO turn_reservations
                (workspace, turn, cohort, participation, member, member_day, cohort_week, currency, cost, tokens, after_call, at)
            SELECT @Workspace, @Turn, @Cohort, @Participation, @Member, @Day, @Week, @currency, @Cost, @Tokens, COALESCE(MAX(id), 0), @At
            FROM model_calls WHERE workspace = @Workspace AND turn = @Turn
            ON CONFLICT (workspace, turn) DO UPDATE SET
                member_day = excluded.member_day, cohort_week = excluded.cohort_week, currency = excluded.currency,
                cost = excluded.cost, tokens = excluded.tokens, after_call = excluded.after_call, at = excluded.at
            """,
            new
            {
                account.Workspace,
                account.Turn,
                account.Cohort,
                account.Participation,
                account.Member,
                periods.Day,
                periods.Week,
                currency = options.Value.Currency,
                amount.Cost,
                amount.Tokens,
                periods.At,
            });

    /// <summary>By span, what other turns under way still hold.</summary>
    public async Task<IReadOnlyDictionary<BudgetSpan, Amount>> FindAsync(Session session, CallAccount account, BudgetPeriods periods)
    {
        var held = await session.QueryAsync<Held>(
            """
            SELECT reservation.turn, reservation.member, reservation.participation, reservation.member_day, reservation.cohort_week,
                   CASE WHEN reservation.currency = @currency THEN reservation.cost - CAST(COALESCE(SUM(taken.cost), 0) AS BIGINT) ELSE 0 END AS cost,
                   reservation.tokens - CAST(COALESCE(SUM(taken.input_tokens + taken.output_tokens), 0) AS BIGINT) AS tokens
            FROM turns
            JOIN turn_reservations AS reservation ON reservation.workspace = turns.workspace AND reservation.turn = turns.id
            LEFT JOIN model_calls AS taken
              ON taken.workspace = reservation.workspace AND taken.turn = reservation.turn AND taken.id > reservation.after_call
            WHERE turns.state IN ('Open', 'Asking') AND reservation.workspace = @Workspace AND reservation.cohort = @Cohort
            GROUP BY reservation.turn, reservation.member, reservation.participation, reservation.member_day, reservation.cohort_week,
                     reservation.currency, reservation.cost, reservation.tokens
            """,
            new { account.Workspace, account.Cohort, currency = options.Value.Currency });
        var others = held.Where(row => row.Turn != account.Turn).ToList();
        return Enum.GetValues<BudgetSpan>().ToDictionary(
            span => span, span => Amount.Sum(others.Where(row => row.IsIn(span, account, periods)).Select(row => row.Rest)));
    }

    private sealed record Held
    {
        public required TurnId Turn { get; init; }

        public required MemberKey Member { get; init; }

        public required ParticipationId Participation { get; init; }

        public required DateOnly MemberDay { get; init; }

        public required DateOnly CohortWeek { get; init; }

        public required long Cost { get; init; }

        public required long Tokens { get; init; }

        public Amount Rest => new(Math.Max(0, Cost), Math.Max(0, Tokens));

        public bool IsIn(BudgetSpan span, CallAccount account, BudgetPeriods periods) => span switch
        {
            BudgetSpan.MemberDay => Member == account.Member && MemberDay == periods.Day,
            BudgetSpan.MemberWeek => Member == account.Member && CohortWeek == periods.Week,
            BudgetSpan.Lab => Participation == account.Participation,
            _ => CohortWeek == periods.Week,
        };
    }
}
