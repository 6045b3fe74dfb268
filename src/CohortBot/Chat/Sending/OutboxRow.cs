namespace CohortBot.Chat.Sending;

/// <summary>A row of the outbox: one part of one message.</summary>
internal sealed record OutboxRow
{
    public required long Id { get; init; }

    public required WorkspaceId Workspace { get; init; }

    public required string Subject { get; init; }

    public required long Edition { get; init; }

    public required long Part { get; init; }

    public required string Channel { get; init; }

    public string? Thread { get; init; }

    public string? ToUser { get; init; }

    public required string Document { get; init; }

    public required OutboxState State { get; init; }

    public required long Attempts { get; init; }

    public DateTimeOffset? ClaimedAt { get; init; }

    public required DateTimeOffset NextTryAt { get; init; }

    public string? Message { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the part carries, so that it can be found again.</summary>
    public DeliveryId Delivery => new($"{Workspace}/{Subject}/{Edition}/{Part}");

    /// <summary>The message that it became, once it is sent.</summary>
    public MessageRef? Sent => State == OutboxState.Sent && Message is { } message ? new MessageRef(Place, message) : null;

    /// <summary>Where it goes.</summary>
    public Place Place => new(Workspace, Channel, Thread);
}
