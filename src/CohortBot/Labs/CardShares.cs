using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>Puts a member's card into the cohort's channel, once a version, and takes it out again.</summary>
internal sealed class CardShares(Database database, CardShareStore store, Outbox outbox, Chats chats, TextCatalogue texts)
{
    /// <summary>The share that stands, or null when the card is private.</summary>
    public Task<CardShare?> FindAsync(LaneKey lane, CancellationToken cancellationToken) => store.FindAsync(lane, cancellationToken);

    /// <summary>Posts the card; an older version that stands is taken out first. Twice is once.</summary>
    public async Task ShareAsync(LabScene scene, KeptCard card, CancellationToken cancellationToken)
    {
        var lane = scene.Participation.Lane;
        if (await store.FindAsync(lane, cancellationToken) is { } older && older.Version != card.Version)
            await TakeBackAsync(scene, cancellationToken);
        var edition = await database.WriteAsync(
            async session =>
            {
                if (await CardShareStore.FindAsync(session, lane) is { } standing)
                    return standing.Edition;
                var added = await store.AddAsync(session, lane, card.Version);
                await outbox.AddAsync(session, new OutboxMessage { Key = Key(lane, added), Place = scene.Cohort.Place, Document = Post(scene, card) });
                return added;
            },
            cancellationToken);
        await outbox.DeliverAsync(Key(lane, edition), cancellationToken);
    }

    /// <summary>Deletes the post. Returns whether one stood.</summary>
    /// <exception cref="ChatException">The platform did not delete it; it still counts as shared.</exception>
    public async Task<bool> TakeBackAsync(LabScene scene, CancellationToken cancellationToken)
    {
        var lane = scene.Participation.Lane;
        if (await store.FindAsync(lane, cancellationToken) is not { } standing)
            return false;
        foreach (var message in await outbox.DeliverAsync(Key(lane, standing.Edition), cancellationToken))
            await chats.For(lane.Workspace).DeleteAsync(message, cancellationToken);
        await store.TakeBackAsync(lane, cancellationToken);
        return true;
    }

    private static OutboxKey Key(LaneKey lane, long edition) => new(lane.Workspace, $"card/{lane.Participation}", edition);

    private Document Post(LabScene scene, KeptCard card)
    {
        var wording = texts.In(scene.Cohort.Locale);
        return new Document([wording.Paragraph("labs.shares", ("name", scene.Member.Name), ("lab", scene.Lab.Title)), .. CardDocument.Show(card.Card, wording).Blocks]);
    }
}
