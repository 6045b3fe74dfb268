using CohortBot.Chat.Documents;

namespace CohortBot.Chat;

/// <summary>
/// What the product needs from a platform, in the product's own words. A call that the other side refuses throws a
/// <see cref="ChatException"/>; what a person may well have switched off (private messages) is a value.
/// </summary>
public interface IChat
{
    /// <summary>The platform's name, as it stands before the colon of its workspace ids.</summary>
    string Platform { get; }

    /// <summary>What keeps the platform from working now, in a sentence for an operator; null when nothing does.</summary>
    string? Trouble => null;

    /// <summary>What the platform can carry.</summary>
    ChatLimits Limits { get; }

    /// <summary>Whether a document fits into one message of this platform; splitting asks it.</summary>
    bool Fits(Document document);

    /// <summary>Posts one part. Called twice with the same delivery id within the platform's window, it posts once where the platform can tell.</summary>
    Task<MessageRef> PostAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Replaces what one of our messages says.</summary>
    Task EditAsync(MessageRef message, Document document, CancellationToken cancellationToken);

    /// <summary>Removes one of our messages; a message that is gone already is no error.</summary>
    Task DeleteAsync(MessageRef message, CancellationToken cancellationToken);

    /// <summary>Opens a thread, or returns the one that was opened under the same key before.</summary>
    Task<Place> OpenThreadAsync(ThreadRequest request, CancellationToken cancellationToken);

    /// <summary>Looks for a message of ours that may or may not have arrived: by its delivery id, else by what it says.</summary>
    Task<MessageRef?> FindSentAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>What people wrote in a thread after <paramref name="since"/>, oldest first.</summary>
    Task<IReadOnlyList<IncomingMessage>> ReadSinceAsync(Place place, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Writes to a person alone. Returns null when the person does not take private messages.</summary>
    Task<MessageRef?> TellAsync(UserRef user, DeliveryId delivery, Document document, CancellationToken cancellationToken);

    /// <summary>Writes into a place so that one person alone sees it; where a platform cannot, it is written privately instead.</summary>
    Task ShowOnlyAsync(UserRef user, Place place, Document document, CancellationToken cancellationToken);

    /// <summary>Looks up an account.</summary>
    Task<ChatUser?> FindUserAsync(UserRef user, CancellationToken cancellationToken);

    /// <summary>The channels of a workspace in which we can write, by name; empty where a platform cannot say, and then every channel is taken at its word.</summary>
    Task<IReadOnlyList<ChatChannel>> ListChannelsAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ChatChannel>>([]);
}
