using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Courses;

namespace CohortBot.Labs;

/// <summary>Where a lab is held: one member's own thread, or one for the whole cohort.</summary>
internal sealed record LabThread
{
    /// <summary>The workspace.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>The cohort.</summary>
    public required CohortId Cohort { get; init; }

    /// <summary>The lab.</summary>
    public required LabId Lab { get; init; }

    /// <summary>The member whose thread it is; <see cref="MemberKey.Everybody"/> for a shared one.</summary>
    public required MemberKey Owner { get; init; }

    /// <summary>The platform's id of the channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The platform's id of the thread.</summary>
    public required string Thread { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the newest message that we know of was written.</summary>
    public required DateTimeOffset LastReadAt { get; init; }

    /// <summary>Whether every member of the cohort may take part in it.</summary>
    public bool IsShared => Owner == MemberKey.Everybody;

    /// <summary>Where it is.</summary>
    public Place Place => new(Workspace, Channel, Thread);
}
