using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Sending;

/// <summary>Posts a part that was claimed; one that was tried before is looked for first.</summary>
internal sealed class OutboxPost(Chats chats, OutboxRestored restored)
{
    // A platform's clock may be a little behind ours.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>Whether the workspace's platform is switched on.</summary>
    public bool Serves(WorkspaceId workspace) => chats.Serves(workspace);

    /// <summary>The message, found or posted; null when the person takes no private messages.</summary>
    /// <exception cref="ChatException">The platform refused or failed.</exception>
    public async Task<MessageRef?> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var chat = chats.For(row.Workspace);
        var to = row.ToUser is { } user ? new UserRef(row.Workspace, user) : (UserRef?)null;
        var outgoing = new OutgoingMessage(row.Place, row.Delivery, Document.FromJson(row.Document)) { To = to };

        // Nobody knows what became of an earlier try, or of what left before a restore: the channel does.
        if (FindSince(row) is { } since && await chat.FindSentAsync(outgoing, since - ClockDifference, cancellationToken) is { } found)
            return found;
        return to is { } person
            ? await chat.TellAsync(person, outgoing.Delivery, outgoing.Document, cancellationToken)
            : await chat.PostAsync(outgoing, cancellationToken);
    }

    private DateTimeOffset? FindSince(OutboxRow row)
    {
        if (restored.FindSince(row) is { } since)
            return since < row.CreatedAt ? since : row.CreatedAt;
        return row.Attempts > 0 ? row.CreatedAt : null;
    }
}
