using CohortBot.Chat.Documents;
using CohortBot.Storage;

namespace CohortBot.Chat.Local;

/// <summary>Keeps the messages of the local platform. What one person alone may see is left out for everybody else, here and nowhere else.</summary>
internal sealed class LocalMessages(Database database, TimeProvider time)
{
    private const string Select = "SELECT id, channel, thread, author, only_to, text, document, posted_at, edited_at FROM local_messages";

    private const string Seen = "channel = @Channel AND COALESCE(thread, '') = COALESCE(@Thread, '') AND deleted_at IS NULL AND (only_to IS NULL OR only_to = @viewer)";

    /// <summary>Adds a message; one that carries a delivery which is known is not added. Returns the message, and whether it is new.</summary>
    public Task<(LocalMessageId Id, bool IsNew)> AddAsync(NewLocalMessage message, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var added = await session.FindAsync<long?>(
                    """
                    INSERT INTO local_messages (channel, thread, author, only_to, delivery, text, document, posted_at)
                    VALUES (@Channel, @Thread, @Author, @OnlyTo, @Delivery, @Text, @document, @now) ON CONFLICT (delivery) DO NOTHING RETURNING id
                    """,
                    new
                    {
                        message.Place.Channel,
                        message.Place.Thread,
                        message.Author,
                        message.OnlyTo,
                        message.Delivery,
                        message.Text,
                        document = message.Document?.ToJson(),
                        now = time.GetUtcNow(),
                    });
                return added is { } id
                    ? (new LocalMessageId(id), true)
                    : (await session.ScalarAsync<LocalMessageId>("SELECT id FROM local_messages WHERE delivery = @Delivery", new { message.Delivery }), false);
            },
            cancellationToken);

    /// <summary>A message that was not deleted, or null.</summary>
    public Task<LocalMessage?> FindAsync(LocalMessageId id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FindAsync<LocalMessage>($"{Select} WHERE id = @id AND deleted_at IS NULL", new { id }), cancellationToken);

    /// <summary>Where the message with a delivery stands, even when it was deleted since; null when none ever arrived.</summary>
    public Task<LocalMessage?> FindAsync(DeliveryId delivery, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FindAsync<LocalMessage>($"{Select} WHERE delivery = @delivery", new { delivery }), cancellationToken);

    /// <summary>The newest messages of a place before one of them (or before all that is to come), oldest first.</summary>
    public async Task<IReadOnlyList<LocalMessage>> ListAsync(
        Place place, PersonId viewer, LocalMessageId before, int count, CancellationToken cancellationToken)
    {
        var newestFirst = await database.ReadAsync(
            session => session.QueryAsync<LocalMessage>(
                $"{Select} WHERE {Seen} AND id < @before ORDER BY id DESC LIMIT @count", new { place.Channel, place.Thread, viewer, before, count }),
            cancellationToken);
        return [.. newestFirst.Reverse()];
    }

    /// <summary>What was posted in a place after a message, oldest first.</summary>
    public Task<IReadOnlyList<LocalMessage>> ListAfterAsync(Place place, PersonId viewer, LocalMessageId after, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<LocalMessage>(
                $"{Select} WHERE {Seen} AND id > @after ORDER BY id LIMIT 200", new { place.Channel, place.Thread, viewer, after }),
            cancellationToken);

    /// <summary>What people wrote in a place since an instant, oldest first.</summary>
    public Task<IReadOnlyList<LocalMessage>> ListSinceAsync(Place place, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<LocalMessage>(
                $"""
                {Select} WHERE channel = @Channel AND COALESCE(thread, '') = COALESCE(@Thread, '')
                  AND deleted_at IS NULL AND author IS NOT NULL AND posted_at > @since ORDER BY id
                """,
                new { place.Channel, place.Thread, since }),
            cancellationToken);

    /// <summary>Replaces what a message says. Returns false when it is gone.</summary>
    public async Task<bool> EditAsync(LocalMessageId id, string? text, Document? document, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE local_messages SET text = @text, document = @json, edited_at = @now WHERE id = @id AND deleted_at IS NULL",
                new { id, text, json = document?.ToJson(), now = time.GetUtcNow() }),
            cancellationToken) > 0;

    /// <summary>Deletes a message and forgets what it said. Returns false when it was gone already.</summary>
    public async Task<bool> DeleteAsync(LocalMessageId id, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("DELETE FROM local_files WHERE message = @id", new { id });
                return await session.ExecuteAsync(
                    "UPDATE local_messages SET deleted_at = @now, text = NULL, document = NULL WHERE id = @id AND deleted_at IS NULL",
                    new { id, now = time.GetUtcNow() });
            },
            cancellationToken) > 0;
}

/// <summary>A message on its way into the local platform.</summary>
internal sealed record NewLocalMessage(Place Place)
{
    /// <summary>Who wrote it; null is CohortBot.</summary>
    public PersonId? Author { get; init; }

    /// <summary>The one person who sees it.</summary>
    public PersonId? OnlyTo { get; init; }

    /// <summary>What makes it arrive once.</summary>
    public DeliveryId? Delivery { get; init; }

    /// <summary>A person's words.</summary>
    public string? Text { get; init; }

    /// <summary>What CohortBot says.</summary>
    public Document? Document { get; init; }
}
