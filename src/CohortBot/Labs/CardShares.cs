using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>Puts a member's card into the cohort's channel, once a version, and takes it out again.</summary>
internal sealed class CardShares(Database database, CardShareStore store, Outbox outbox, Withdrawals withdrawals, TextCatalogue texts)
{
    /// <summary>The share that stands, or null when the card is private.</summary>
    public Task<CardShare?> FindAsync(LaneKey lane, CancellationToken cancellationToken) => store.FindAsync(lane, cancellationToken);

    /// <summary>Posts the card; an older version that stands is taken out first. Twice is once.</summary>
    public async Task ShareAsync(LabScene scene, KeptCard card, CancellationToken cancellationToken)
    {
        var lane = scene.Participation.Lane;
        var edition = await database.WriteAsync(
            async session =>
            {
                if (await CardShareStore.FindAsync(session, lane) is { } standing)
                {
                    if (standing.Version == card.Version)
                        return standing.Edition;
                    await TakeBackAsync(session, lane);
                }

                var added = await store.AddAsync(session, lane, card.Version);
                await outbox.AddAsync(session, new OutboxMessage { Key = Key(lane, added), Place = scene.Cohort.Place, Document = Post(scene, card) });
                return added;
            },
            cancellationToken);
        await withdrawals.WorkOffAsync(cancellationToken);
        await outbox.DeliverAsync(Key(lane, edition), cancellationToken);
    }

    /// <summary>
    /// Makes the card private again: what has not left never does, and what stands in the channel is deleted, later where the platform cannot do it now.
    /// </summary>
    public async Task<CardTakenBack> TakeBackAsync(LabScene scene, CancellationToken cancellationToken)
    {
        var lane = scene.Participation.Lane;
        var wasShared = await database.WriteAsync(
            async session => await CardShareStore.FindAsync(session, lane) is not null && await TakeBackAsync(session, lane), cancellationToken);
        if (!wasShared)
            return CardTakenBack.Before;
        await withdrawals.WorkOffAsync(cancellationToken);
        return await withdrawals.IsAnyLeftAsync(Key(lane, edition: 0), cancellationToken) ? CardTakenBack.Soon : CardTakenBack.Now;
    }

    private async Task<bool> TakeBackAsync(Session session, LaneKey lane)
    {
        await OutboxErasure.ForgetAsync(session, Key(lane, edition: 0));
        await store.TakeBackAsync(session, lane);
        return true;
    }

    private static OutboxKey Key(LaneKey lane, long edition) => new(lane.Workspace, $"card/{lane.Participation}", edition);

    private Document Post(LabScene scene, KeptCard card)
    {
        var wording = texts.In(scene.Cohort.Locale);
        return new Document([wording.Paragraph("labs.shares", ("name", scene.Member.Name), ("lab", scene.Lab.Title)), .. CardDocument.Show(card.Card, wording).Blocks]);
    }
}

/// <summary>What became of a card that its member took back.</summary>
internal enum CardTakenBack
{
    /// <summary>It was private already.</summary>
    Before,

    /// <summary>Nothing of it stands in the channel.</summary>
    Now,

    /// <summary>The platform could not delete the post yet; it is tried again.</summary>
    Soon,
}
