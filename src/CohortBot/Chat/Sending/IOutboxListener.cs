namespace CohortBot.Chat.Sending;

/// <summary>Wants to know when a message has left whole. It can be told twice.</summary>
internal interface IOutboxListener
{
    /// <summary>All parts of the message have arrived.</summary>
    Task SentAsync(OutboxKey key, CancellationToken cancellationToken);
}
