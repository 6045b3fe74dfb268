namespace CohortBot.Chat.Sending;

/// <summary>Tells those who want to know what became of a message.</summary>
internal sealed partial class OutboxListeners(IServiceProvider services, ILogger<OutboxListeners> logger)
{
    /// <summary>All parts have arrived.</summary>
    public Task SentAsync(OutboxKey key, CancellationToken cancellationToken) => TellAsync(key, listener => listener.SentAsync(key, cancellationToken));

    /// <summary>A part can never arrive.</summary>
    public Task DroppedAsync(OutboxKey key, CancellationToken cancellationToken) => TellAsync(key, listener => listener.DroppedAsync(key, cancellationToken));

    // The listeners are asked for late: what they do with the news may be to send something.
    private async Task TellAsync(OutboxKey key, Func<IOutboxListener, Task> tell)
    {
        foreach (var listener in services.GetServices<IOutboxListener>())
        {
            try
            {
                await tell(listener);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception, key.Subject, key.Workspace);
            }
        }
    }

    [LoggerMessage(1303, LogLevel.Error, "What became of {Subject} in {Workspace} could not be noted; the catch-up will.")]
    private partial void LogFailed(Exception exception, string subject, WorkspaceId workspace);
}
