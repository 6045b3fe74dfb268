using System.Security.Cryptography;
using System.Text;

namespace CohortBot.Cohorts.Changes;

/// <summary>A change of a cohort that is shown before it is made, or that was made.</summary>
/// <param name="Before">What stood.</param>
/// <param name="After">What is wanted, with its new slots.</param>
/// <param name="IsDone">Whether it was made.</param>
internal sealed record CohortDraft(CohortFacts Before, CohortFacts After, bool IsDone = false)
{
    /// <summary>
    /// A short mark of all that was shown, eight hexadecimal digits. When it is different at the time of the confirmation, something has happened
    /// in between, and the person has not seen what would be done.
    /// </summary>
    public string Fingerprint
    {
        get
        {
            var shown = new StringBuilder();
            Add(shown, Before);
            Add(shown.Append(Before.Cohort.ReplanFrom).Append('|'), After);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToString())))[..8];
        }
    }

    /// <summary>The lessons with a place before or after that can still be moved, in the order of the course.</summary>
    public IEnumerable<LessonChange> Lessons =>
        from slot in After.Slots
        where slot.State == SlotState.Planned
        select new LessonChange(slot, Before.Slots.FirstOrDefault(old => old.Lesson == slot.Lesson), slot);

    // What merely follows from the time of asking (paused at, re-planned from) is left out: it is different each second, and is not shown.
    private static void Add(StringBuilder shown, CohortFacts facts)
    {
        var cohort = facts.Cohort;
        shown.AppendJoin(
            '|', cohort.Id, cohort.Name, cohort.Course, cohort.Channel, cohort.StaffChannel, cohort.State, cohort.Plan, cohort.Zone, cohort.StartsOn,
            cohort.HolidayCountry, cohort.GraceMinutes, cohort.Gate, cohort.ThreadMode, cohort.Locale);
        foreach (var holiday in facts.OwnHolidays)
            shown.Append('\n').Append(holiday.Date.DayNumber).Append(holiday.Name);
        foreach (var slot in facts.Slots)
            shown.Append('\n').AppendJoin('|', slot.Lesson, slot.Edition, slot.Number, slot.State, slot.DueAt?.ToUnixTimeMilliseconds());
        shown.Append('\n');
    }
}

/// <summary>What a change does to one lesson.</summary>
/// <param name="Slot">The lesson.</param>
/// <param name="Before">Its place before; null when it had none.</param>
/// <param name="After">Its place after.</param>
internal sealed record LessonChange(LessonSlot Slot, LessonSlot? Before, LessonSlot After);
