namespace CohortBot.Chat.Sending;

/// <summary>Wants to know what became of messages. It can be told twice; what it throws is logged and keeps nobody from sending.</summary>
internal interface IOutboxListener
{
    /// <summary>All parts of the message have arrived.</summary>
    Task SentAsync(OutboxKey key, CancellationToken cancellationToken);

    /// <summary>A part of the message, and those after it, can never arrive.</summary>
    Task DroppedAsync(OutboxKey key, CancellationToken cancellationToken) => Task.CompletedTask;
}
