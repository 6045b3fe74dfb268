using CohortBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Chat.Sending;

/// <summary>Whether messages leave: how many wait to be tried again, and how many could not be sent at all in the last day.</summary>
internal sealed class OutboxHealth(Database database, TimeProvider time) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (failed, dropped) = await database.ReadAsync(
            async session => (
                await session.ScalarAsync<long>("SELECT COUNT(*) FROM outbox WHERE state IN ('Waiting', 'Failed', 'Claimed') AND state = 'Failed'"),
                await session.ScalarAsync<long>(
                    $"SELECT COUNT(*) FROM outbox WHERE state = 'Dropped' AND COALESCE(reason, '') <> '{OutboxErasure.Reason}' AND to_user IS NULL AND created_at > @since",
                    new { since = time.GetUtcNow().AddDays(-1) })),
            cancellationToken);
        var detail = $"{failed} parts of messages wait to be tried again; {dropped} of the last day could not be sent (the log says why).";
        return failed + dropped == 0 ? HealthCheckResult.Healthy("All messages have left.") : HealthCheckResult.Degraded(detail);
    }
}
