using CohortBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CohortBot.Budgets;

/// <summary>Whether every model that was asked lately has a price, and limits in money can hold.</summary>
internal sealed class BudgetHealth(Database database, IOptions<BudgetOptions> options, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (unpriced, ownLimits) = await database.ReadAsync(
            async session => (
                await session.QueryAsync<string>(
                    "SELECT DISTINCT model FROM model_calls WHERE cost IS NULL AND at > @since ORDER BY model", new { since = time.GetUtcNow() - Lately }),
                await session.ScalarAsync<long>(
                    "SELECT COUNT(*) FROM cohort_limits WHERE unit = @Currency AND amount IS NOT NULL", new { options.Value.Currency })),
            cancellationToken);
        if (unpriced.Count > 0)
        {
            return HealthCheckResult.Degraded(
                $"Without a price in Budgets:Prices: {string.Join(", ", unpriced)}. What these models take is counted in tokens; limits in money do not see it.");
        }

        var isPriced = options.Value.Prices.Count > 0 || options.Value.UnknownModel is not null;
        var isLimited = ownLimits > 0 || CohortLimits.Spans.Any(span => options.Value.LimitOf(span).Cost is not null);
        return isLimited && !isPriced
            ? HealthCheckResult.Degraded("There are limits in money and no prices: fill in Budgets:Prices, or limit tokens.")
            : HealthCheckResult.Healthy(isPriced ? "Every model that was asked in the last seven days has a price." : "No model has been asked that needs a price.");
    }
}
