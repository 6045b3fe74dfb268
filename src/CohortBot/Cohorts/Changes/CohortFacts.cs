using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Holidays;
using CohortBot.Courses;

namespace CohortBot.Cohorts.Changes;

/// <summary>All that a cohort's calendar follows from, at one moment.</summary>
internal sealed record CohortFacts
{
    /// <summary>The cohort.</summary>
    public required Cohort Cohort { get; init; }

    /// <summary>The course as it stands now.</summary>
    public required Course Course { get; init; }

    /// <summary>The newest edition of each lesson's slot, in the order of the course.</summary>
    public required IReadOnlyList<LessonSlot> Slots { get; init; }

    /// <summary>The cohort's own days without a lesson, in order.</summary>
    public required IReadOnlyList<Holiday> OwnHolidays { get; init; }

    /// <summary>When this was looked at.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The days that are left out.</summary>
    public HolidayList Holidays => new(Cohort.HolidayCountry, OwnHolidays);

    /// <summary>Today, as the cohort's zone counts days.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);

    /// <summary>The cohort's zone.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Cohort.Zone);

    /// <summary>The slots whose lessons can still be moved, in the order of the course.</summary>
    public IEnumerable<LessonSlot> ToCome => Slots.Where(IsToCome);

    /// <summary>Whether a slot can still be moved: it is planned and not due yet. What came due while the cohort was paused was not posted, and can too.</summary>
    public bool IsToCome(LessonSlot slot) =>
        slot.State == SlotState.Planned && (Cohort.State == CohortState.Paused || slot.DueAt is not { } due || due > Now);

    /// <summary>The cohort's plan.</summary>
    public PostingPlan Plan => PostingPlan.Read(Cohort.Plan);
}
