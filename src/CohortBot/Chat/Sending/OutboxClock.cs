using CohortBot.Schedule;
using CohortBot.Storage;

namespace CohortBot.Chat.Sending;

/// <summary>
/// After the clock was set back, parts that wait for their next try would wait until the old hour is there again: whatever waits for longer than any
/// wait of ours is tried now. At the start too, since a clock can be set while the program is down.
/// </summary>
internal sealed class OutboxClock(Database database, OutboxSignal signal, TimeProvider time) : IClockListener, IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => JumpedAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task JumpedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    "UPDATE outbox SET next_try_at = @now WHERE state IN ('Waiting', 'Failed') AND next_try_at > @latest", new { now, latest = now + OutboxWaits.Longest });
                await session.ExecuteAsync("UPDATE outbox SET claimed_at = @now WHERE state = 'Claimed' AND claimed_at > @now", new { now });
                await session.ExecuteAsync("UPDATE withdrawals SET next_try_at = @now WHERE next_try_at > @latest", new { now, latest = now + Withdrawals.Longest });
            },
            cancellationToken);
        signal.Raise();
    }
}
