using CohortBot.Chat;
using CohortBot.Chat.Documents;

namespace CohortBot.Tests.Operations;

/// <summary>A platform that fails now and then; its client's own exception quotes the words and the address with the key, as real ones do.</summary>
internal sealed class NastyChat(IChat inner, PlantedWords planted) : IChat
{
    private int _posts;
    private int _edits;

    public string Platform => inner.Platform;

    public ChatLimits Limits => inner.Limits;

    public bool Fits(Document document) => inner.Fits(document);

    public Task<MessageRef> PostAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        Fault(ref _posts, every: 5) is { } fault ? throw fault : inner.PostAsync(message, cancellationToken);

    public Task EditAsync(MessageRef message, Document document, CancellationToken cancellationToken) =>
        Fault(ref _edits, every: 6) is { } fault ? throw fault : inner.EditAsync(message, document, cancellationToken);

    public Task DeleteAsync(MessageRef message, CancellationToken cancellationToken) => inner.DeleteAsync(message, cancellationToken);

    public Task<Place> OpenThreadAsync(ThreadRequest request, CancellationToken cancellationToken) => inner.OpenThreadAsync(request, cancellationToken);

    public Task<MessageRef?> FindSentAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken) =>
        inner.FindSentAsync(message, since, cancellationToken);

    public Task<IReadOnlyList<IncomingMessage>> ReadSinceAsync(Place place, DateTimeOffset since, CancellationToken cancellationToken) =>
        inner.ReadSinceAsync(place, since, cancellationToken);

    public Task<MessageRef?> TellAsync(UserRef user, DeliveryId delivery, Document document, CancellationToken cancellationToken) =>
        inner.TellAsync(user, delivery, document, cancellationToken);

    // Fails in a way that nobody foresaw.
    public Task ShowOnlyAsync(UserRef user, Place place, Document document, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{planted.Thrown} {planted.Said} {planted.Name}");

    public Task<ChatUser?> FindUserAsync(UserRef user, CancellationToken cancellationToken) => inner.FindUserAsync(user, cancellationToken);

    private ChatException? Fault(ref int calls, int every) => Interlocked.Increment(ref calls) % every == 0
        ? new ChatException("The platform did not answer.", isTransient: calls % 4 != 0, TimeSpan.FromMilliseconds(1), Cause())
        : null;

    private HttpRequestException Cause() => new($"POST https://chat.example/hooks/{planted.Token}: {planted.Said}", new IOException(planted.Thrown));
}
