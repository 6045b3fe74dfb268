using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts.Calendar;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Cohorts.Changes;

/// <summary>A cohort that is to be created; everything in it was checked.</summary>
internal sealed record NewCohort
{
    /// <summary>The grace period when nobody chooses another: an hour.</summary>
    public const int UsualGraceMinutes = 60;

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The course.</summary>
    public required Course Course { get; init; }

    /// <summary>The channel for the lessons.</summary>
    public required Place Channel { get; init; }

    /// <summary>The platform's id of the facilitators' channel.</summary>
    public string? StaffChannel { get; init; }

    /// <summary>When lessons are posted.</summary>
    public required PostingPlan Plan { get; init; }

    /// <summary>The IANA zone.</summary>
    public required string Zone { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The country of the holidays, or null.</summary>
    public string? HolidayCountry { get; init; }

    /// <summary>Minutes.</summary>
    public int GraceMinutes { get; init; } = UsualGraceMinutes;

    /// <summary>What opens a lesson; default its date.</summary>
    public LessonGate Gate { get; init; }

    /// <summary>Own or shared lab threads; default own.</summary>
    public LabThreadMode ThreadMode { get; init; }

    /// <summary>The language of what is said to all.</summary>
    public Locale Locale { get; init; } = Locale.English;

    /// <summary>The cohort under its number.</summary>
    public Cohort Under(CohortId id) => new()
    {
        Workspace = Channel.Workspace,
        Id = id,
        Name = Name,
        Course = Course.Id,
        Channel = Channel.Channel,
        StaffChannel = StaffChannel,
        State = CohortState.Running,
        Plan = Plan.Text,
        Zone = Zone,
        StartsOn = StartsOn,
        ReplanFrom = StartsOn,
        HolidayCountry = HolidayCountry,
        GraceMinutes = GraceMinutes,
        Gate = Gate,
        ThreadMode = ThreadMode,
        Locale = Locale,
    };
}
