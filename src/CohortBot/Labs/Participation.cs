using CohortBot.Access;
using CohortBot.Budgets;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Exchanges;

namespace CohortBot.Labs;

/// <summary>One member in one lab: what is counted, kept in order and made a card of.</summary>
internal sealed record Participation
{
    /// <summary>Its number.</summary>
    public required ParticipationId Id { get; init; }

    /// <summary>The workspace.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>The cohort.</summary>
    public required CohortId Cohort { get; init; }

    /// <summary>The lab.</summary>
    public required LabId Lab { get; init; }

    /// <summary>The member.</summary>
    public required MemberKey Member { get; init; }

    /// <summary>The platform's id of the channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The platform's id of the thread.</summary>
    public required string Thread { get; init; }

    /// <summary>How it stands.</summary>
    public required ParticipationState State { get; init; }

    /// <summary>When the member started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the lab's minimum was reached.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Where it is held.</summary>
    public Place Place => new(Workspace, Channel, Thread);

    /// <summary>What its lane is known by.</summary>
    public LaneKey Lane => new(Workspace, Id);

    /// <summary>Whose budgets the work on it is charged to.</summary>
    public CallAccount Account(TurnId? turn = null) =>
        new() { Workspace = Workspace, Cohort = Cohort, Lab = Lab, Member = Member, Participation = Id, Turn = turn };
}

/// <summary>How a participation stands.</summary>
internal enum ParticipationState
{
    /// <summary>Started.</summary>
    Active,

    /// <summary>The lab's minimum was reached; the conversation may go on.</summary>
    Complete,

    /// <summary>The member pressed Finish; the conversation may still go on.</summary>
    Finished,
}

/// <summary>Names a participation: everything in it happens strictly in order.</summary>
internal readonly record struct LaneKey(WorkspaceId Workspace, ParticipationId Participation);
