using System.Collections.Concurrent;
using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Sending;

/// <summary>Sends one message: its parts in their order, each claimed before and marked after. In this program one at a time sends a message.</summary>
internal sealed partial class OutboxDelivery(
    OutboxStore store, Chats chats, IEnumerable<IOutboxListener> listeners, TimeProvider time, ILogger<OutboxDelivery> logger) : IDisposable
{
    private const string Closed = "The person takes no private messages.";

    // The first wait and the longest, doubled in between; half of it is chance, so that many do not come back at the same moment.
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<OutboxKey, SemaphoreSlim> _sending = new();

    /// <summary>Sends what is due. Returns the parts that have arrived, as far as none is missing before them.</summary>
    public async Task<IReadOnlyList<MessageRef>> DeliverAsync(OutboxKey key, CancellationToken cancellationToken)
    {
        var turn = _sending.GetOrAdd(key, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await SendPartsAsync(key, cancellationToken);
        }
        finally
        {
            turn.Release();
            _sending.TryRemove(key, out _);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var turn in _sending.Values)
            turn.Dispose();
    }

    private async Task<IReadOnlyList<MessageRef>> SendPartsAsync(OutboxKey key, CancellationToken cancellationToken)
    {
        List<MessageRef> arrived = [];
        var (rows, isNews) = (await store.ListAsync(key, cancellationToken), false);
        foreach (var row in rows)
        {
            if (row is { State: OutboxState.Sent, Message: { } known })
            {
                arrived.Add(new MessageRef(row.Place, known));
                continue;
            }

            if (!IsDue(row) || !await store.ClaimAsync(row, cancellationToken) || await SendAsync(row, cancellationToken) is not { } sent)
                break;
            arrived.Add(sent);
            isNews = true;
        }

        if (isNews && arrived.Count == rows.Count)
            await TellAsync(key, cancellationToken);
        return arrived;
    }

    private bool IsDue(OutboxRow row) => row.State switch
    {
        OutboxState.Waiting => true,
        OutboxState.Failed => row.NextTryAt <= time.GetUtcNow(),
        OutboxState.Claimed => row.ClaimedAt <= time.GetUtcNow() - OutboxStore.Lease,
        _ => false,
    };

    private async Task<MessageRef?> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            // Nobody knows what became of an earlier try: the channel does.
            var sent = row.Attempts > 0 && await FindSentAsync(row, cancellationToken) is { } found ? found : await PostAsync(row, cancellationToken);
            if (sent is { } message)
                await store.MarkSentAsync(row, message, cancellationToken);
            else
                await store.MarkDroppedAsync(row, Closed, cancellationToken);
            return sent;
        }
        catch (ChatException exception) when (exception.IsTransient)
        {
            var next = time.GetUtcNow() + (exception.RetryAfter ?? WaitAfter(row.Attempts));
            await store.MarkFailedAsync(row, exception.Message, next, cancellationToken);
            LogFailed(row.Subject, row.Part, row.Workspace, exception.Message, next);
        }
        catch (ChatException exception)
        {
            await store.MarkDroppedAsync(row, exception.Message, cancellationToken);
            LogDropped(row.Subject, row.Part, row.Workspace, exception.Message);
        }

        return null;
    }

    private Task<MessageRef?> FindSentAsync(OutboxRow row, CancellationToken cancellationToken) =>
        chats.For(row.Workspace).FindSentAsync(Outgoing(row), row.CreatedAt, cancellationToken);

    private async Task<MessageRef?> PostAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var chat = chats.For(row.Workspace);
        var outgoing = Outgoing(row);
        return row.ToUser is { } user
            ? await chat.TellAsync(new UserRef(row.Workspace, user), outgoing.Delivery, outgoing.Document, cancellationToken)
            : await chat.PostAsync(outgoing, cancellationToken);
    }

    private async Task TellAsync(OutboxKey key, CancellationToken cancellationToken)
    {
        foreach (var listener in listeners)
            await listener.SentAsync(key, cancellationToken);
    }

    private static OutgoingMessage Outgoing(OutboxRow row) => new(row.Place, row.Delivery, Document.FromJson(row.Document));

    private static TimeSpan WaitAfter(long attempts)
    {
        var wait = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << (int)Math.Min(attempts, 20)));
        return (wait / 2) + (wait / 2 * Random.Shared.NextDouble());
    }

    [LoggerMessage(LogLevel.Warning, "Part {Part} of {Subject} did not leave in {Workspace}: {Reason} It is tried again at {NextTryAt}.")]
    private partial void LogFailed(string subject, long part, WorkspaceId workspace, string reason, DateTimeOffset nextTryAt);

    [LoggerMessage(LogLevel.Error, "Part {Part} of {Subject} cannot be sent in {Workspace}: {Reason}")]
    private partial void LogDropped(string subject, long part, WorkspaceId workspace, string reason);
}
