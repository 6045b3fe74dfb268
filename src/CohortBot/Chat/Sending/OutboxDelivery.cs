using CohortBot.Operations;

namespace CohortBot.Chat.Sending;

/// <summary>Sends one message: its parts in their order, each claimed before and marked after.</summary>
internal sealed partial class OutboxDelivery(
    OutboxStore store, OutboxPost post, OutboxTurns turns, OutboxListeners listeners, ILogger<OutboxDelivery> logger)
{
    private const string Closed = "closed";

    /// <summary>Sends what has not arrived. Returns the parts that have, as far as none is missing before them.</summary>
    /// <param name="key">The message.</param>
    /// <param name="isAsked">Somebody waits for it: a part that failed is tried again before its time.</param>
    /// <param name="cancellationToken">Ends the wait; a part that is on its way then is settled later.</param>
    public Task<IReadOnlyList<MessageRef>> DeliverAsync(OutboxKey key, bool isAsked, CancellationToken cancellationToken) =>
        turns.RunAsync(key, () => SendPartsAsync(key, isAsked, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<MessageRef>> SendPartsAsync(OutboxKey key, bool isAsked, CancellationToken cancellationToken)
    {
        if (!post.Serves(key.Workspace))
        {
            await store.PostponeAsync(key, OutboxWaits.Longest, cancellationToken);
            return [];
        }

        List<MessageRef> arrived = [];
        var isNews = false;
        var rows = await store.ListAsync(key, cancellationToken);
        foreach (var row in rows)
        {
            if (row.Sent is { } known)
            {
                arrived.Add(known);
                continue;
            }

            if (!store.IsDue(row, isAsked) || !await store.ClaimAsync(row, cancellationToken) || await SendAsync(key, row, cancellationToken) is not { } sent)
                return arrived;
            arrived.Add(sent);
            isNews = true;
        }

        if (isNews)
            await listeners.SentAsync(key, cancellationToken);
        return arrived;
    }

    // An exception that is not the platform's leaves the claim: nobody knows what became of the part, and it is settled when the claim has run out.
    private async Task<MessageRef?> SendAsync(OutboxKey key, OutboxRow row, CancellationToken cancellationToken)
    {
        using var span = Spans.Begin("message send");
        var start = Meters.Now();
        try
        {
            if (await post.SendAsync(row, cancellationToken) is not { } sent)
            {
                OutboxMeter.Tried(OutboxMeter.Outcome.Dropped, start);
                await DropAsync(key, row, Closed, cancellationToken);
                return null;
            }

            OutboxMeter.Tried(OutboxMeter.Outcome.Sent, start);
            return await store.MarkSentAsync(row, sent, cancellationToken) ? sent : null;
        }
        catch (ChatException exception) when (exception.IsTransient)
        {
            OutboxMeter.Tried(OutboxMeter.Outcome.Failed, start);
            span.Failed("transient");
            var next = await store.MarkFailedAsync(row, exception, cancellationToken);
            LogFailed(row.Subject, row.Part, row.Workspace, exception.Message, next);
        }
        catch (ChatException exception)
        {
            OutboxMeter.Tried(OutboxMeter.Outcome.Dropped, start);
            span.Failed("refused");
            await DropAsync(key, row, exception.Message, cancellationToken);
            LogDropped(row.Subject, row.Part, row.Workspace, exception.Message);
        }

        return null;
    }

    private async Task DropAsync(OutboxKey key, OutboxRow row, string reason, CancellationToken cancellationToken)
    {
        await store.MarkDroppedAsync(row, reason, cancellationToken);
        await listeners.DroppedAsync(key, cancellationToken);
    }

    [LoggerMessage(1301, LogLevel.Warning, "Part {Part} of {Subject} did not leave in {Workspace}: {Reason} It is tried again at {NextTryAt}.")]
    private partial void LogFailed(string subject, long part, WorkspaceId workspace, string reason, DateTimeOffset nextTryAt);

    [LoggerMessage(1302, LogLevel.Error, "Part {Part} of {Subject} cannot be sent in {Workspace}: {Reason}")]
    private partial void LogDropped(string subject, long part, WorkspaceId workspace, string reason);
}
