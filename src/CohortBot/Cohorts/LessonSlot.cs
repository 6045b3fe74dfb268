using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Courses;

namespace CohortBot.Cohorts;

/// <summary>A place in a cohort's calendar: a lesson, its edition, and when it is due.</summary>
public sealed record LessonSlot
{
    /// <summary>The workspace.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>The cohort.</summary>
    public required CohortId Cohort { get; init; }

    /// <summary>The lesson.</summary>
    public required LessonId Lesson { get; init; }

    /// <summary>1, and one more after each recall.</summary>
    public required long Edition { get; init; }

    /// <summary>The lesson's place in the course, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>How it stands.</summary>
    public required SlotState State { get; init; }

    /// <summary>When it is due, in UTC; null while nothing sets a date.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The wall time in the cohort's zone: <c>2026-12-07T09:00</c>.</summary>
    public string? DueLocal { get; init; }

    /// <summary>Why it does not stand where the plan alone would put it: a holiday, a time that does not exist that day.</summary>
    public string? MovedBecause { get; init; }

    /// <summary>When it was posted.</summary>
    public DateTimeOffset? PostedAt { get; init; }

    /// <summary>The alarm's name, from which the slot is found again.</summary>
    public string AlarmName => $"{Workspace}|{Cohort}|{Lesson}|{Edition}";
}

/// <summary>How a slot stands.</summary>
public enum SlotState
{
    /// <summary>It will be posted when it is due.</summary>
    Planned,

    /// <summary>It is due and waits for the facilitator to open it (gate: facilitator).</summary>
    Held,

    /// <summary>It came later than the grace period and was offered to the facilitator.</summary>
    Offered,

    /// <summary>Its parts are on their way.</summary>
    Posting,

    /// <summary>All its parts have arrived.</summary>
    Posted,

    /// <summary>A facilitator left it out.</summary>
    Skipped,
}
