using System.Globalization;
using CohortBot.Cohorts.Calendar;
using CohortBot.Courses;

namespace CohortBot.Cohorts.Changes;

/// <summary>Gives each lesson that is still to come its place in the calendar; what was posted, or is due, stays. A pure function.</summary>
internal static class CohortPlanner
{
    /// <summary>The slots that a cohort should have, in the order of the course.</summary>
    /// <param name="before">What stands; it says which slots can still be moved.</param>
    /// <param name="after">What is wanted: the cohort with its plan, zone and holidays.</param>
    public static IReadOnlyList<LessonSlot> Plan(CohortFacts before, CohortFacts after)
    {
        var kept = before.Slots.Where(slot => !before.IsToCome(slot)).ToList();
        var lessons = after.Course.Lessons.Where(lesson => !kept.Exists(slot => slot.Lesson == lesson.Id)).OrderBy(lesson => lesson.Number).ToList();
        var places = LessonCalendar.Make(new CalendarRequest
        {
            Plan = after.Plan,
            Zone = after.Zone,
            FirstDay = after.Cohort.ReplanFrom,
            Count = lessons.Count,
            Holidays = after.Holidays,
            // A later lesson that was posted ahead or left out does not push the earlier ones behind it.
            After = kept.Where(slot => lessons.Count == 0 || slot.Number < lessons[0].Number).Select(slot => slot.DueAt).OfType<DateTimeOffset>().Append(after.Now).Max(),
        });
        var planned = lessons.Select((lesson, index) => Slot(before, after, lesson, places.ElementAtOrDefault(index)));
        return [.. kept.Select(slot => Renumber(slot, after.Course)).Concat(planned).OrderBy(slot => slot.Number)];
    }

    private static LessonSlot Slot(CohortFacts before, CohortFacts after, Lesson lesson, CalendarPlace? place) => new()
    {
        Workspace = after.Cohort.Workspace,
        Cohort = after.Cohort.Id,
        Lesson = lesson.Id,
        Edition = before.Slots.FirstOrDefault(slot => slot.Lesson == lesson.Id)?.Edition ?? 1,
        Number = lesson.Number,
        State = SlotState.Planned,
        DueAt = place?.At.ToUniversalTime(),
        DueLocal = place?.At.DateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        MovedBecause = place is null ? null : SlotMove.Store(place.Moves),
    };

    private static LessonSlot Renumber(LessonSlot slot, Course course) => slot with { Number = course.Find(slot.Lesson)?.Number ?? slot.Number };
}
