using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Budgets;

/// <summary>The ledger of what models took. Rows are added and never changed; every sum anywhere is a query over them.</summary>
internal sealed class ModelLedger(Database database, PriceTable prices, BudgetNotices notices, IOptions<BudgetOptions> options, TimeProvider time)
{
    /// <summary>Writes a request with its cost at the price of the day, and tells the facilitators when the week comes to its end by it.</summary>
    public Task AddAsync(BilledCall call, CancellationToken cancellationToken) =>
        database.WriteAsync(session => AddAsync(session, call), cancellationToken);

    private async Task AddAsync(Session session, BilledCall call)
    {
        var now = time.GetUtcNow();
        var account = call.Account;
        var periods = await BudgetPeriods.FindAsync(session, account, now);
        await session.ExecuteAsync(
            """
            INSERT INTO model_calls (workspace, cohort, lab, member, participation, turn, purpose, outcome, is_estimate, model,
                input_tokens, cached_tokens, output_tokens, currency, cost, member_day, cohort_week, at)
            VALUES (@Workspace, @Cohort, @Lab, @Member, @Participation, @Turn, @purpose, @outcome, @isEstimate, @Model,
                @Input, @Cached, @Output, @currency, @cost, @Day, @Week, @now)
            """,
            new
            {
                account.Workspace,
                account.Cohort,
                account.Lab,
                account.Member,
                account.Participation,
                account.Turn,
                purpose = call.Purpose.ToString(),
                outcome = call.Outcome.ToString(),
                isEstimate = call.IsEstimate ? 1L : 0L,
                call.Model,
                call.Tokens.Input,
                call.Tokens.Cached,
                call.Tokens.Output,
                currency = options.Value.Currency,
                cost = prices.Find(call.Model, now)?.CostOf(call.Tokens),
                periods.Day,
                periods.Week,
                now,
            });
        await notices.CheckWeekAsync(session, account.Workspace, account.Cohort);
    }
}
