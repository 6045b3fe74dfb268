using CohortBot.Storage;

namespace CohortBot.Chat.Sending;

/// <summary>The rows of the outbox.</summary>
internal sealed class OutboxStore(Database database, TimeProvider time)
{
    /// <summary>How long a claim is left to its sender before somebody else settles it. A post takes seconds; a pause of the machine may take a minute.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>The parts of a message in their order.</summary>
    public Task<IReadOnlyList<OutboxRow>> ListAsync(OutboxKey key, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<OutboxRow>(
                "SELECT * FROM outbox WHERE workspace = @Workspace AND subject = @Subject AND edition = @Edition ORDER BY part", new { key.Workspace, key.Subject, key.Edition }),
            cancellationToken);

    /// <summary>The messages that have a part to send now: waiting, failed and due again, or claimed by somebody who is gone.</summary>
    public Task<IReadOnlyList<OutboxKey>> ListDueAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var rows = await session.QueryAsync<OutboxRow>(
                    """
                    SELECT workspace, subject, edition, MIN(id) AS id FROM outbox
                    WHERE (state IN ('Waiting', 'Failed') AND next_try_at <= @now) OR (state = 'Claimed' AND claimed_at <= @stale)
                    GROUP BY workspace, subject, edition ORDER BY MIN(id) LIMIT 200
                    """,
                    new { now = time.GetUtcNow(), stale = time.GetUtcNow() - Lease });
                return (IReadOnlyList<OutboxKey>)[.. rows.Select(row => new OutboxKey(row.Workspace, row.Subject, row.Edition))];
            },
            cancellationToken);

    /// <summary>When the next part is due, or null when none waits.</summary>
    public async Task<DateTimeOffset?> FindNextTryAsync(CancellationToken cancellationToken)
    {
        var times = await database.ReadAsync(
            session => session.QueryAsync<DateTimeOffset>("SELECT next_try_at FROM outbox WHERE state IN ('Waiting', 'Failed') ORDER BY next_try_at LIMIT 1"),
            cancellationToken);
        return times.Count == 0 ? null : times[0];
    }

    /// <summary>Claims a part as it was read. Returns false when somebody else was faster.</summary>
    public Task<bool> ClaimAsync(OutboxRow row, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session => await session.ExecuteAsync(
                "UPDATE outbox SET state = 'Claimed', claimed_at = @now, attempts = attempts + 1 WHERE id = @Id AND state = @state AND attempts = @Attempts",
                new { row.Id, state = row.State.ToString(), row.Attempts, now = time.GetUtcNow() }) > 0,
            cancellationToken);

    /// <summary>Lets go of all claims: their owner was this program before it was started again.</summary>
    public Task ReleaseClaimsAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync("UPDATE outbox SET claimed_at = 0 WHERE state = 'Claimed'"), cancellationToken);

    /// <summary>The part has arrived.</summary>
    public Task MarkSentAsync(OutboxRow row, MessageRef message, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE outbox SET state = 'Sent', sent_at = @now, channel = @Channel, message = @messageId, reason = NULL WHERE id = @Id",
                new { row.Id, message.Place.Channel, messageId = message.Id, now = time.GetUtcNow() }),
            cancellationToken);

    /// <summary>The part did not arrive, or nobody knows; it is tried again.</summary>
    public Task MarkFailedAsync(OutboxRow row, string reason, DateTimeOffset nextTryAt, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE outbox SET state = 'Failed', reason = @reason, next_try_at = @nextTryAt WHERE id = @Id", new { row.Id, reason, nextTryAt }),
            cancellationToken);

    /// <summary>The part and those after it can never arrive.</summary>
    public Task MarkDroppedAsync(OutboxRow row, string reason, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE outbox SET state = 'Dropped', reason = @reason
                WHERE workspace = @Workspace AND subject = @Subject AND edition = @Edition AND part >= @Part AND state <> 'Sent'
                """,
                new { row.Workspace, row.Subject, row.Edition, row.Part, reason }),
            cancellationToken);
}
