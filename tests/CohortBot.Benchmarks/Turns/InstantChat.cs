using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Rendering.Discord;

namespace CohortBot.Benchmarks.Turns;

/// <summary>A platform that answers at once, or after a millisecond; what fits into a message is measured by Discord's renderer.</summary>
internal sealed class InstantChat : IChat
{
    private long _last;
    private long _edits;

    /// <summary>How long each call takes.</summary>
    public TimeSpan Takes { get; set; }

    /// <summary>Posts that were made.</summary>
    public long Posts => _last;

    /// <summary>Edits that were made.</summary>
    public long Edits => _edits;

    public string Platform => "bench";

    public ChatLimits Limits { get; } = new() { MessageLength = 2000, EditInterval = TimeSpan.Zero };

    public bool Fits(Document document) => DiscordRenderer.Fits(document);

    public async Task<MessageRef> PostAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        return new MessageRef(message.Place, $"b{Interlocked.Increment(ref _last)}");
    }

    public async Task EditAsync(MessageRef message, Document document, CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        Interlocked.Increment(ref _edits);
    }

    public Task DeleteAsync(MessageRef message, CancellationToken cancellationToken) => WaitAsync(cancellationToken);

    public Task<Place> OpenThreadAsync(ThreadRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(request.Channel with { Thread = request.Key });

    public Task<MessageRef?> FindSentAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<MessageRef?>(null);

    public Task<IReadOnlyList<IncomingMessage>> ReadSinceAsync(Place place, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IncomingMessage>>([]);

    public async Task<MessageRef?> TellAsync(UserRef user, DeliveryId delivery, Document document, CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        return new MessageRef(new Place(user.Workspace, "dm", user.User), $"b{Interlocked.Increment(ref _last)}");
    }

    public Task ShowOnlyAsync(UserRef user, Place place, Document document, CancellationToken cancellationToken) => WaitAsync(cancellationToken);

    public Task<ChatUser?> FindUserAsync(UserRef user, CancellationToken cancellationToken) => Task.FromResult<ChatUser?>(null);

    private Task WaitAsync(CancellationToken cancellationToken) => Takes > TimeSpan.Zero ? Task.Delay(Takes, cancellationToken) : Task.CompletedTask;
}
