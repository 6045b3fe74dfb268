using CohortBot.Chat.Documents;
using CohortBot.Storage;

namespace CohortBot.Chat;

/// <summary>Names one part of one message that must arrive once; made by the outbox, carried inside the message where a platform can.</summary>
public readonly record struct DeliveryId(string Value) : ITextId<DeliveryId>
{
    /// <inheritdoc/>
    public static DeliveryId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>One part of a message on its way out.</summary>
public sealed record OutgoingMessage(Place Place, DeliveryId Delivery, Document Document)
{
    /// <summary>The one person it was written to, when it is looked for; null when it stands in the place.</summary>
    public UserRef? To { get; init; }
}

/// <summary>A thread to be opened. The key makes it one: the same key gives the same thread.</summary>
public sealed record ThreadRequest
{
    /// <summary>The channel that the thread belongs to.</summary>
    public required Place Channel { get; init; }

    /// <summary>What makes the thread one: cohort, lab, and the member for an own thread.</summary>
    public required string Key { get; init; }

    /// <summary>The thread's name, at most 100 characters (Discord).</summary>
    public required string Name { get; init; }

    /// <summary>The people who are let in; empty means everybody in the channel.</summary>
    public IReadOnlyList<UserRef> Only { get; init; } = [];

    /// <summary>The message that the thread hangs under, where there is one.</summary>
    public MessageRef? Under { get; init; }
}

/// <summary>A message that a person wrote, mapped from whatever the platform sent.</summary>
public sealed record IncomingMessage
{
    /// <summary>The message and its place.</summary>
    public required MessageRef Message { get; init; }

    /// <summary>Who wrote it.</summary>
    public required UserRef Author { get; init; }

    /// <summary>The name that the platform shows for the author.</summary>
    public required string AuthorName { get; init; }

    /// <summary>The words, as plain text. Data: shown escaped, never obeyed.</summary>
    public required string Text { get; init; }

    /// <summary>When the platform says that it was written.</summary>
    public required DateTimeOffset SentAt { get; init; }
}

/// <summary>A person's account as the platform knows it.</summary>
/// <param name="User">The account.</param>
/// <param name="Name">The name that is shown.</param>
/// <param name="Zone">The IANA zone, where the platform knows it.</param>
/// <param name="Locale">The language tag, where the platform knows it.</param>
public sealed record ChatUser(UserRef User, string Name, string? Zone = null, string? Locale = null);

/// <summary>A channel as the platform knows it.</summary>
/// <param name="Id">The platform's own id.</param>
/// <param name="Name">The name that is shown, without <c>#</c>.</param>
public sealed record ChatChannel(string Id, string Name);

/// <summary>Takes what people write, edit and delete. A listener of a platform calls it after it has dropped bots and itself.</summary>
public interface IMessageReceiver
{
    /// <summary>Takes a message. When it returns, the message is stored or was none of ours; twice the same message is once.</summary>
    Task ReceiveAsync(IncomingMessage message, CancellationToken cancellationToken);

    /// <summary>A person changed a message.</summary>
    Task ReceiveEditAsync(MessageRef message, string text, CancellationToken cancellationToken);

    /// <summary>A person deleted a message.</summary>
    Task ReceiveDeletionAsync(MessageRef message, CancellationToken cancellationToken);
}
