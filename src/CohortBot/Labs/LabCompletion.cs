using CohortBot.Advisors;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>What happens when a member reaches a lab's minimum: it is noted once, said, and the card is there.</summary>
internal sealed partial class LabCompletion(ParticipationStore participations, CardMaker maker, Outbox outbox, Chats chats, ILogger<LabCompletion> logger)
{
    /// <summary>Notes the completion inside the transaction that writes the exchange. Returns whether it is new.</summary>
    public async Task<bool> TryAsync(Session session, LabScene scene)
    {
        var part = scene.Participation;
        if (part.CompletedAt is not null
            || await ExchangeStore.CountAsync(session, part.Workspace, part.Id) < scene.Lab.MinimumExchanges
            || !await participations.CompleteAsync(session, part))
        {
            return false;
        }

        // In a shared thread the others need not read it each time: there it comes privately, with the card.
        if (!scene.IsShared)
            await outbox.AddAsync(session, Closing(scene));
        return true;
    }

    /// <summary>Posts the closing, makes the card and shows it to its member alone.</summary>
    public async Task TellAsync(LabScene scene, CancellationToken cancellationToken)
    {
        if (!scene.IsShared)
            await outbox.DeliverAsync(Closing(scene).Key, cancellationToken);
        var closing = scene.IsShared ? ClosingDocument(scene) : Document.Empty;
        try
        {
            var card = await maker.MakeAsync(scene, cancellationToken);
            await ShowAsync(scene, closing.With(CardDocument.ShowWithButtons(scene, card, shared: null).Blocks), cancellationToken);
        }
        catch (AdvisorException exception)
        {
            LogNoCard(exception, scene.Participation.Workspace, scene.Participation.Id.Value);
            await participations.NoteCardFailedAsync(scene.Participation, cancellationToken);
            var finish = scene.Wording.Button("labs.finish_button", $"lab finish {scene.Options}", ButtonLook.Primary);
            await ShowAsync(scene, closing.With(scene.Wording.Paragraph("labs.card_failed"), new ButtonRow([finish])), cancellationToken);
        }
    }

    private async Task ShowAsync(LabScene scene, Document document, CancellationToken cancellationToken)
    {
        var chat = chats.For(scene.Participation.Workspace);
        foreach (var part in DocumentSplitter.Split(document, chat.Fits))
        {
            try
            {
                await chat.ShowOnlyAsync(scene.Member.User, scene.Participation.Place, part, cancellationToken);
            }
            catch (ChatException exception)
            {
                // The card is kept: "/lab card" shows it.
                LogNotShown(exception, scene.Participation.Workspace, scene.Participation.Id.Value);
            }
        }
    }

    private static OutboxMessage Closing(LabScene scene) => new()
    {
        Key = new OutboxKey(scene.Participation.Workspace, $"lab-closing/{scene.Participation.Id}"),
        Place = scene.Participation.Place,
        Document = ClosingDocument(scene).With(new ButtonRow([scene.Wording.Button("labs.card_button", $"lab card {scene.Options}", ButtonLook.Primary)])),
    };

    private static Document ClosingDocument(LabScene scene) =>
        new Document([scene.Wording.Paragraph("labs.complete", ("lab", scene.Lab.Title), ("minimum", scene.Lab.MinimumExchanges))]).With(scene.Lab.Closing.Blocks);

    [LoggerMessage(3103, LogLevel.Warning, "The card of participation {Participation} in {Workspace} could not be made.")]
    private partial void LogNoCard(Exception exception, WorkspaceId workspace, long participation);

    [LoggerMessage(3104, LogLevel.Warning, "The card of participation {Participation} in {Workspace} could not be shown.")]
    private partial void LogNotShown(Exception exception, WorkspaceId workspace, long participation);
}
