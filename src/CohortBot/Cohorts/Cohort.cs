using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Cohorts;

/// <summary>A group of people who take a course together in one channel.</summary>
public sealed record Cohort
{
    /// <summary>The workspace.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>Its number in the workspace, from 1.</summary>
    public required CohortId Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The course.</summary>
    public required CourseId Course { get; init; }

    /// <summary>The platform's id of the channel in which the lessons are posted.</summary>
    public required string Channel { get; init; }

    /// <summary>The platform's id of the facilitators' channel, where there is one.</summary>
    public string? StaffChannel { get; init; }

    /// <summary>Running, paused or closed.</summary>
    public required CohortState State { get; init; }

    /// <summary>When lessons are posted, as it is typed: <c>mon,thu 09:00</c>, <c>every 3 days 09:00</c>, or dates.</summary>
    public required string Plan { get; init; }

    /// <summary>The IANA zone in which the plan is read.</summary>
    public required string Zone { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The first day on which a lesson that is still to come may fall; moved by a shift and a resume.</summary>
    public required DateOnly ReplanFrom { get; init; }

    /// <summary>The two-letter country whose public holidays are left out, or null.</summary>
    public string? HolidayCountry { get; init; }

    /// <summary>Minutes after which a lesson that is late is offered to the facilitator, not posted. Default 60.</summary>
    public required int GraceMinutes { get; init; }

    /// <summary>What opens a lesson.</summary>
    public required LessonGate Gate { get; init; }

    /// <summary>Whether each member has a lab thread of their own.</summary>
    public required LabThreadMode ThreadMode { get; init; }

    /// <summary>The language in which the cohort is spoken to as a whole.</summary>
    public required Locale Locale { get; init; }

    /// <summary>When it was paused.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The channel.</summary>
    public Place Place => new(Workspace, Channel);
}

/// <summary>How a cohort stands.</summary>
public enum CohortState
{
    /// <summary>Lessons are posted.</summary>
    Running,

    /// <summary>Nothing is posted until it is resumed; labs go on.</summary>
    Paused,

    /// <summary>Read-only.</summary>
    Closed,
}

/// <summary>What opens a lesson to a member.</summary>
public enum LessonGate
{
    /// <summary>Its date.</summary>
    Date,

    /// <summary>Its date, and the lab of the lesson before.</summary>
    Lab,

    /// <summary>The facilitator.</summary>
    Facilitator,
}

/// <summary>Where a lab is held.</summary>
public enum LabThreadMode
{
    /// <summary>Each member has a thread of their own.</summary>
    Own,

    /// <summary>One thread a lab; members are counted one by one.</summary>
    Shared,
}
