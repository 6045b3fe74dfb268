using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>A stored message of a lab thread.</summary>
public readonly record struct LabMessageId(long Value) : INumberId<LabMessageId>
{
    /// <inheritdoc/>
    public static LabMessageId From(long value) => new(value);
}

/// <summary>A message that a member wrote in a lab thread; its words are kept apart.</summary>
internal sealed record LabMessage
{
    /// <summary>Its number.</summary>
    public required LabMessageId Id { get; init; }

    /// <summary>The workspace.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>Who wrote it.</summary>
    public required MemberKey Member { get; init; }

    /// <summary>The part in the lab that it belongs to; none for a guest's message.</summary>
    public ParticipationId? Participation { get; init; }

    /// <summary>The turn that it joined; none while it waits.</summary>
    public TurnId? Turn { get; init; }

    /// <summary>How that turn stands.</summary>
    public TurnState? TurnState { get; init; }

    /// <summary>Why it does not count, if it does not.</summary>
    public WhyNot? Reason { get; init; }

    /// <summary>Whether the advisor has answered it.</summary>
    public bool IsAnswered => TurnState == Labs.TurnState.Answered;

    /// <summary>The lane that works on it, if it belongs to a part in the lab.</summary>
    public LaneKey? Lane => Participation is { } part ? new LaneKey(Workspace, part) : null;
}
