using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;

namespace CohortBot.Labs;

/// <summary>The message that says "Thinking…" and becomes the answer. A turn has one, also after a crash.</summary>
internal sealed class TurnPlaceholders(Outbox outbox, TurnStore turns, Chats chats, TimeProvider time)
{
    private const int Tries = 5;

    /// <summary>The turn's placeholder: the one that stands, else a new one.</summary>
    /// <exception cref="ChatException">The platform did not take it.</exception>
    public async Task<MessageRef> PostAsync(LabScene scene, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Placeholder is { } known)
            return new MessageRef(scene.Participation.Place, known);
        var message = new OutboxMessage
        {
            Key = new OutboxKey(turn.Workspace, $"turn/{turn.Id}"),
            Place = scene.Participation.Place,
            Document = Thinking(scene),
        };
        for (var tries = 0; tries < Tries; tries++)
        {
            if ((await outbox.SendNowAsync(message, cancellationToken)) is [var sent, ..])
            {
                await turns.SavePlaceholderAsync(turn, sent, cancellationToken);
                return sent;
            }

            await Task.Delay(TimeSpan.FromSeconds(1 << tries), time, cancellationToken);
        }

        throw new ChatException("The placeholder of an answer could not be posted.", isTransient: true);
    }

    /// <summary>Makes the placeholder grow into the answer.</summary>
    public StreamedReply Stream(MessageRef placeholder) => new(chats.For(placeholder.Place.Workspace), placeholder, time);

    /// <summary>Makes the placeholder say something else, as well as that can be done.</summary>
    public async Task<bool> TryReplaceAsync(LabScene scene, Turn turn, Document document, CancellationToken cancellationToken)
    {
        if (turn.Placeholder is null)
            return false;
        try
        {
            await Stream(new MessageRef(scene.Participation.Place, turn.Placeholder)).FinishAsync(document, cancellationToken);
            return true;
        }
        catch (ChatException)
        {
            return false;
        }
    }

    /// <summary>Takes the placeholder away: the member deleted what was asked.</summary>
    public async Task RemoveAsync(LabScene scene, MessageRef placeholder, CancellationToken cancellationToken)
    {
        try
        {
            await chats.For(scene.Participation.Workspace).DeleteAsync(placeholder, cancellationToken);
        }
        catch (ChatException)
        {
            // It stands there as "Thinking…"; the next message of the member is answered all the same.
        }
    }

    private static Document Thinking(LabScene scene) => scene.IsShared
        ? scene.Wording.Document("labs.thinking_shared", ("name", scene.Member.Name))
        : scene.Wording.Document("labs.thinking");
}
