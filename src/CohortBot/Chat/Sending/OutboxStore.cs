using CohortBot.Storage;

namespace CohortBot.Chat.Sending;

/// <summary>The rows of the outbox.</summary>
internal sealed class OutboxStore(Database database, OutboxWaits waits, TimeProvider time)
{
    /// <summary>How long a claim is left to its sender before somebody else settles it. A post takes seconds; a pause of the machine may take a minute.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // A claim that is still its sender's: the row was read before, so it knows of one attempt less.
    private const string Claimed = "id = @Id AND state = 'Claimed' AND attempts = @Attempts + 1";

    // The first part of each message that has not arrived; those behind it wait for it, whatever stands in their own rows.
    private const string NextParts =
        """
        SELECT workspace, subject, edition, state, next_try_at, claimed_at FROM outbox AS part
        WHERE state IN ('Waiting', 'Failed', 'Claimed') AND NOT EXISTS (
            SELECT 1 FROM outbox AS earlier WHERE earlier.workspace = part.workspace AND earlier.subject = part.subject
                AND earlier.edition = part.edition AND earlier.part < part.part AND earlier.state <> 'Sent')
        """;

    /// <summary>The parts of a message in their order.</summary>
    public Task<IReadOnlyList<OutboxRow>> ListAsync(OutboxKey key, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<OutboxRow>(
                "SELECT * FROM outbox WHERE workspace = @Workspace AND subject = @Subject AND edition = @Edition ORDER BY part", new { key.Workspace, key.Subject, key.Edition }),
            cancellationToken);

    /// <summary>The messages whose next part can be sent now: waiting, failed and due again, or claimed by somebody who is gone.</summary>
    public Task<IReadOnlyList<OutboxKey>> ListDueAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var rows = await session.QueryAsync<NextPart>(
                    $"{NextParts} AND ((state <> 'Claimed' AND next_try_at <= @now) OR (state = 'Claimed' AND claimed_at <= @stale)) ORDER BY id LIMIT 200",
                    new { now = time.GetUtcNow(), stale = time.GetUtcNow() - Lease });
                return (IReadOnlyList<OutboxKey>)[.. rows.Select(row => new OutboxKey(row.Workspace, row.Subject, row.Edition))];
            },
            cancellationToken);

    /// <summary>When, after an instant, the next part becomes due; null when nothing waits beyond it.</summary>
    public Task<DateTimeOffset?> FindNextTryAsync(DateTimeOffset after, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var rows = await session.QueryAsync<NextPart>(NextParts);
                return rows.Select(row => row.State == OutboxState.Claimed ? row.ClaimedAt + Lease : row.NextTryAt).Where(at => at > after).Min();
            },
            cancellationToken);

    /// <summary>Whether a part can be sent now; when it is asked for, one that failed before its time too.</summary>
    public bool IsDue(OutboxRow row, bool isAsked) => row.State switch
    {
        OutboxState.Waiting or OutboxState.Failed => isAsked || row.NextTryAt <= time.GetUtcNow(),
        OutboxState.Claimed => row.ClaimedAt <= time.GetUtcNow() - Lease,
        _ => false,
    };

    /// <summary>Claims a part as it was read. Returns false when somebody else was faster.</summary>
    public Task<bool> ClaimAsync(OutboxRow row, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session => await session.ExecuteAsync(
                "UPDATE outbox SET state = 'Claimed', claimed_at = @now, node = @Node, attempts = attempts + 1 WHERE id = @Id AND state = @state AND attempts = @Attempts",
                new { row.Id, state = row.State.ToString(), row.Attempts, database.Node, now = time.GetUtcNow() }) > 0,
            cancellationToken);

    /// <summary>
    /// Lets go of the claims of this program before it was started again: on a database of one program all of them, else those under its name. Those of
    /// another program that died run out by themselves; while they have not, that program may be about to post.
    /// </summary>
    public Task ReleaseClaimsAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE outbox SET claimed_at = 0 WHERE state = 'Claimed' AND (@isAlone = 1 OR node = @Node)", new { isAlone = !database.Engine.IsShared, database.Node }),
            cancellationToken);

    /// <summary>
    /// The part has arrived; what it said is needed no longer. Returns whether the message stands: one that was erased meanwhile, or that another program
    /// has posted too, is to be withdrawn.
    /// </summary>
    public Task<bool> MarkSentAsync(OutboxRow row, MessageRef message, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var values = new { row.Id, message.Place.Channel, message.Place.Thread, messageId = message.Id, now = time.GetUtcNow() };
                var stands = await session.ExecuteAsync(
                    $"""
                    UPDATE outbox SET state = 'Sent', sent_at = @now, channel = @Channel, thread = @Thread, message = @messageId, reason = NULL, document = ''
                    WHERE id = @Id AND COALESCE(reason, '') <> '{OutboxErasure.Reason}' AND (state <> 'Sent' OR message = @messageId)
                    """,
                    values) > 0;
                if (!stands)
                    await OutboxErasure.WithdrawAsync(session, message);
                return stands;
            },
            cancellationToken);

    /// <summary>The part did not arrive, or nobody knows; it is tried again, unless it was taken from its sender meanwhile. Returns when.</summary>
    public async Task<DateTimeOffset> MarkFailedAsync(OutboxRow row, ChatException fault, CancellationToken cancellationToken)
    {
        var next = time.GetUtcNow() + waits.After(row.Attempts, fault.RetryAfter);
        await database.WriteAsync(
            session => session.ExecuteAsync(
                $"UPDATE outbox SET state = 'Failed', reason = @Message, next_try_at = @next WHERE {Claimed}", new { row.Id, row.Attempts, fault.Message, next }),
            cancellationToken);
        return next;
    }

    /// <summary>Nothing of the message can be tried for now.</summary>
    public Task PostponeAsync(OutboxKey key, TimeSpan by, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE outbox SET next_try_at = @next
                WHERE workspace = @Workspace AND subject = @Subject AND edition = @Edition AND state IN ('Waiting', 'Failed')
                """,
                new { key.Workspace, key.Subject, key.Edition, next = time.GetUtcNow() + by }),
            cancellationToken);

    /// <summary>The part and those after it can never arrive.</summary>
    public Task MarkDroppedAsync(OutboxRow row, string reason, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE outbox SET state = 'Dropped', reason = @reason
                WHERE workspace = @Workspace AND subject = @Subject AND edition = @Edition AND part >= @Part AND state NOT IN ('Sent', 'Dropped')
                  AND EXISTS (SELECT 1 FROM outbox AS mine WHERE mine.id = @Id AND mine.state = 'Claimed' AND mine.attempts = @Attempts + 1)
                """,
                new { row.Id, row.Attempts, row.Workspace, row.Subject, row.Edition, row.Part, reason }),
            cancellationToken);

    private sealed record NextPart
    {
        public required WorkspaceId Workspace { get; init; }

        public required string Subject { get; init; }

        public required long Edition { get; init; }

        public required OutboxState State { get; init; }

        public required DateTimeOffset NextTryAt { get; init; }

        public DateTimeOffset? ClaimedAt { get; init; }
    }
}
