using CohortBot.Chat.Documents;
using CohortBot.Storage;

namespace CohortBot.Chat.Sending;

/// <summary>
/// Messages that leave and must arrive once. A row is written in the transaction that decides to send; whoever sends it claims it first,
/// and a claim that a crash left behind is settled by reading the channel.
/// </summary>
internal sealed class Outbox(Database database, Chats chats, OutboxDelivery delivery, OutboxSignal signal, TimeProvider time)
{
    /// <summary>
    /// Adds a message in a transaction; it leaves after the commit. One that is there already is left as it is, except that parts which were
    /// dropped are tried again: what kept them may have been mended.
    /// </summary>
    public async Task AddAsync(Session session, OutboxMessage message)
    {
        var parts = DocumentSplitter.Split(message.Document, chats.For(message.Key.Workspace).Fits);
        for (var part = 0; part < parts.Count; part++)
        {
            await session.ExecuteAsync(
                """
                INSERT INTO outbox (workspace, subject, edition, part, channel, thread, to_user, document, state, attempts, next_try_at, created_at)
                VALUES (@Workspace, @Subject, @Edition, @part, @Channel, @Thread, @to, @document, 'Waiting', 0, @now, @now)
                ON CONFLICT (workspace, subject, edition, part) DO UPDATE SET
                    state = 'Waiting', channel = excluded.channel, thread = excluded.thread, to_user = excluded.to_user,
                    document = excluded.document, next_try_at = excluded.next_try_at, reason = NULL
                WHERE outbox.state = 'Dropped'
                """,
                new
                {
                    message.Key.Workspace,
                    message.Key.Subject,
                    message.Key.Edition,
                    part,
                    message.Place.Channel,
                    message.Place.Thread,
                    to = message.To?.User,
                    document = parts[part].ToJson(),
                    now = time.GetUtcNow(),
                });
        }

        session.AfterCommit(signal.Raise);
    }

    /// <summary>
    /// Adds a message and sends it now. Returns the parts' messages in order; parts that could not be sent yet are missing from the end and go on being tried.
    /// </summary>
    public async Task<IReadOnlyList<MessageRef>> SendNowAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await database.WriteAsync(session => AddAsync(session, message), cancellationToken);
        return await DeliverAsync(message.Key, cancellationToken);
    }

    /// <summary>Sends what waits of one message now, in the order of its parts. Returns the parts that have arrived, as far as none is missing before them.</summary>
    public Task<IReadOnlyList<MessageRef>> DeliverAsync(OutboxKey key, CancellationToken cancellationToken) => delivery.DeliverAsync(key, isAsked: true, cancellationToken);
}
