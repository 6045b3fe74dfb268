using CohortBot.Chat;
using CohortBot.Exchanges;

namespace CohortBot.Labs;

/// <summary>What a member sent before the advisor answered, and how far the answer is.</summary>
internal sealed record Turn
{
    /// <summary>Its number.</summary>
    public required TurnId Id { get; init; }

    /// <summary>The workspace.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>The member in the lab.</summary>
    public required ParticipationId Participation { get; init; }

    /// <summary>How far it is.</summary>
    public required TurnState State { get; init; }

    /// <summary>When its first message came.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The platform's id of the message that says "Thinking…" and then the answer.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Why it failed.</summary>
    public TurnFailure? Failure { get; init; }

    /// <summary>How often the member asked to try again.</summary>
    public required int Attempts { get; init; }

    /// <summary>Whether nothing was done for it yet; false for one that a stop, a crash or a failure interrupted.</summary>
    public bool IsNew { get; init; }

    /// <summary>Measures our own share of it.</summary>
    public TurnWatch Watch { get; } = new();

    /// <summary>Whether it has just been let go on after it waited for a budget; not kept.</summary>
    public bool WasHeld { get; init; }

    /// <summary>Who, in which lab: as it stood a moment ago, where this program itself opened the turn then; not kept.</summary>
    public LabScene? Scene { get; init; }

    /// <summary>What its lane is known by.</summary>
    public LaneKey Lane => new(Workspace, Participation);
}

/// <summary>How far a turn is.</summary>
internal enum TurnState
{
    /// <summary>More messages may join it.</summary>
    Open,

    /// <summary>It waits for a budget: to be let through, or until that opens again.</summary>
    Held,

    /// <summary>The advisor was asked.</summary>
    Asking,

    /// <summary>It has its answer.</summary>
    Answered,

    /// <summary>No answer came; the member may try again, or go on.</summary>
    Failed,

    /// <summary>Nothing of it was left to answer, or a later turn took its messages up.</summary>
    Dropped,
}

/// <summary>Why a turn got no answer.</summary>
internal enum TurnFailure
{
    /// <summary>The advisor took too long.</summary>
    TimedOut,

    /// <summary>The advisor's service is busy or out of reach.</summary>
    Unavailable,

    /// <summary>The model would not answer this.</summary>
    Refused,

    /// <summary>The answer was empty.</summary>
    Empty,

    /// <summary>The connection to the model is not set up right.</summary>
    NotSetUp,

    /// <summary>The platform did not take the answer.</summary>
    Chat,

    /// <summary>A fault of ours.</summary>
    Unexpected,
}
