using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Sending;

/// <summary>What makes a message one: the same key never leaves twice.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Subject">What the message belongs to: <c>lesson/7/job-market</c>, <c>turn/81</c>, <c>card/12/2</c>.</param>
/// <param name="Edition">1, and one more after each recall.</param>
public readonly record struct OutboxKey(WorkspaceId Workspace, string Subject, long Edition = 1);

/// <summary>A message that must arrive once, in as many parts as the platform needs.</summary>
public sealed record OutboxMessage
{
    /// <summary>What makes it one.</summary>
    public required OutboxKey Key { get; init; }

    /// <summary>Where it goes; for a private message the place is not used.</summary>
    public required Place Place { get; init; }

    /// <summary>The one person it goes to, or null for the place.</summary>
    public UserRef? To { get; init; }

    /// <summary>What it says; the outbox splits it.</summary>
    public required Document Document { get; init; }
}
