using CohortBot.Chat;
using CohortBot.Chat.Documents;

namespace CohortBot.Labs;

/// <summary>
/// The message that says "Thinking…" and becomes the answer. A turn has one, also after a crash: the turn's own row is its claim, and where an
/// earlier run may have posted it, the channel is asked first.
/// </summary>
internal sealed class TurnPlaceholders(Chats chats, TimeProvider time)
{
    private const int Tries = 5;

    // A platform's clock may be a little behind ours.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>The turn with its placeholder: the one that stands, else a new one. It is in the database once the turn is claimed.</summary>
    /// <exception cref="ChatException">The platform did not take it.</exception>
    public async Task<Turn> PostAsync(LabScene scene, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Placeholder is not null)
            return turn;
        var message = new OutgoingMessage(scene.Participation.Place, new DeliveryId($"{turn.Workspace}/turn/{turn.Id}/{turn.Attempts + 1}/0"), Thinking(scene));
        var since = turn.IsNew ? (DateTimeOffset?)null : turn.OpenedAt - ClockDifference;
        for (var tries = 0; ; tries++)
        {
            try
            {
                return turn with { Placeholder = (await SendAsync(message, since, cancellationToken)).Id };
            }
            catch (ChatException exception) when (exception.IsTransient && tries < Tries)
            {
                since = turn.OpenedAt - ClockDifference;
                await Task.Delay(exception.RetryAfter ?? TimeSpan.FromSeconds(1 << tries), time, cancellationToken);
            }
        }
    }

    /// <summary>Makes the turn's placeholder grow into the answer.</summary>
    public StreamedReply Stream(LabScene scene, Turn turn) => new(chats.For(turn.Workspace), MessageOf(scene, turn), time);

    /// <summary>Makes the placeholder say something else, as well as that can be done.</summary>
    public async Task<Replaced> ReplaceAsync(LabScene scene, Turn turn, Document document, CancellationToken cancellationToken)
    {
        if (turn.Placeholder is null)
            return Replaced.Never;
        try
        {
            await Stream(scene, turn).FinishAsync(document, cancellationToken);
            return Replaced.Done;
        }
        catch (ChatException exception)
        {
            return exception.IsTransient ? Replaced.NotNow : Replaced.Never;
        }
    }

    /// <summary>Takes the placeholder away: the member deleted what was asked.</summary>
    public async Task RemoveAsync(LabScene scene, Turn turn, CancellationToken cancellationToken)
    {
        try
        {
            await chats.For(scene.Participation.Workspace).DeleteAsync(MessageOf(scene, turn), cancellationToken);
        }
        catch (ChatException)
        {
            // It stands there as "Thinking…"; the next message of the member is answered all the same.
        }
    }

    // Nobody knows what became of an earlier try: the channel does.
    private async Task<MessageRef> SendAsync(OutgoingMessage message, DateTimeOffset? triedSince, CancellationToken cancellationToken)
    {
        var chat = chats.For(message.Place.Workspace);
        return triedSince is { } since && await chat.FindSentAsync(message, since, cancellationToken) is { } found
            ? found
            : await chat.PostAsync(message, cancellationToken);
    }

    private static MessageRef MessageOf(LabScene scene, Turn turn) =>
        new(scene.Participation.Place, turn.Placeholder ?? throw new InvalidOperationException($"Turn {turn.Id} has no placeholder."));

    private static Document Thinking(LabScene scene) => scene.IsShared
        ? scene.Wording.Document("labs.thinking_shared", ("name", scene.Member.Name))
        : scene.Wording.Document("labs.thinking");
}
