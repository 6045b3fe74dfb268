using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Labs;

/// <summary>The platform in memory, with a hook on edits: they can fail, or be the last thing that happens before a crash.</summary>
internal sealed class LabChat(FakeChat inner) : IChat
{
    /// <summary>Called before an edit; throwing fails it.</summary>
    public Action<Document> BeforeEdit { get; set; } = _ => { };

    /// <summary>Called after an edit has arrived.</summary>
    public Func<Document, CancellationToken, Task> AfterEdit { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Called before a deletion; throwing fails it.</summary>
    public Action BeforeDelete { get; set; } = () => { };

    /// <summary>Called before a place is read; throwing fails it.</summary>
    public Action<Place> BeforeRead { get; set; } = _ => { };

    public string Platform => inner.Platform;

    public ChatLimits Limits => inner.Limits;

    public bool Fits(Document document) => inner.Fits(document);

    public Task<MessageRef> PostAsync(OutgoingMessage message, CancellationToken cancellationToken) => inner.PostAsync(message, cancellationToken);

    public async Task EditAsync(MessageRef message, Document document, CancellationToken cancellationToken)
    {
        BeforeEdit(document);
        await inner.EditAsync(message, document, cancellationToken);
        await AfterEdit(document, cancellationToken);
    }

    public Task DeleteAsync(MessageRef message, CancellationToken cancellationToken)
    {
        BeforeDelete();
        return inner.DeleteAsync(message, cancellationToken);
    }

    public Task<Place> OpenThreadAsync(ThreadRequest request, CancellationToken cancellationToken) => inner.OpenThreadAsync(request, cancellationToken);

    public Task<MessageRef?> FindSentAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken) =>
        inner.FindSentAsync(message, since, cancellationToken);

    public Task<IReadOnlyList<IncomingMessage>> ReadSinceAsync(Place place, DateTimeOffset since, CancellationToken cancellationToken)
    {
        BeforeRead(place);
        return inner.ReadSinceAsync(place, since, cancellationToken);
    }

    public Task<MessageRef?> TellAsync(UserRef user, DeliveryId delivery, Document document, CancellationToken cancellationToken) =>
        inner.TellAsync(user, delivery, document, cancellationToken);

    public Task ShowOnlyAsync(UserRef user, Place place, Document document, CancellationToken cancellationToken) =>
        inner.ShowOnlyAsync(user, place, document, cancellationToken);

    public Task<ChatUser?> FindUserAsync(UserRef user, CancellationToken cancellationToken) => inner.FindUserAsync(user, cancellationToken);
}
