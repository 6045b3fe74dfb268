using CohortBot.Cohorts.Holidays;

namespace CohortBot.Cohorts.Changes;

/// <summary>What a draft changes, setting by setting, for the audit and for the person who confirms it.</summary>
internal static class CohortDifference
{
    /// <summary>The settings that are different: key of the setting's name, before, after.</summary>
    public static IEnumerable<(string Setting, string? Before, string? After)> Settings(CohortDraft draft) =>
        Values(draft.Before).Zip(Values(draft.After), (before, after) => (before.Setting, Before: before.Value, After: after.Value))
            .Where(setting => setting.Before != setting.After);

    /// <summary>The difference as two short texts for the audit; both null when nothing but the calendar changed.</summary>
    public static (string? Before, string? After) Between(CohortDraft draft)
    {
        List<(string Setting, string? Before, string? After)> all =
        [
            .. Settings(draft),
            .. draft.Lessons.Where(lesson => lesson.Before?.DueLocal != lesson.After.DueLocal)
                .Select(lesson => (lesson.Slot.Lesson.Value, lesson.Before?.DueLocal, lesson.After.DueLocal)),
        ];
        return all.Count == 0
            ? (null, null)
            : (string.Join("; ", all.Select(one => $"{one.Setting}: {one.Before ?? "-"}")), string.Join("; ", all.Select(one => $"{one.Setting}: {one.After ?? "-"}")));
    }

    private static IEnumerable<(string Setting, string? Value)> Values(CohortFacts facts)
    {
        var cohort = facts.Cohort;
        return
        [
            ("state", cohort.State.ToString()),
            ("plan", cohort.Plan),
            ("zone", cohort.Zone),
            ("start", $"{cohort.StartsOn:yyyy-MM-dd}"),
            ("holidays", cohort.HolidayCountry),
            ("own_days", OwnDays(facts.OwnHolidays)),
            ("grace", $"{cohort.GraceMinutes}"),
            ("gate", cohort.Gate.ToString()),
        ];
    }

    private static string? OwnDays(IReadOnlyList<Holiday> own) => own.Count == 0 ? null : string.Join(", ", own.Select(day => $"{day.Date:yyyy-MM-dd} {day.Name}"));
}
