using CohortBot.Access;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Lessons;

/// <summary>Says for a member which lessons are done, which are open, and when the others open.</summary>
internal sealed class LessonAccess(Database database, ICourseLibrary library, LabProgress progress)
{
    /// <summary>Every lesson of the cohort's course as it stands for a member, in order.</summary>
    public async Task<IReadOnlyList<LessonStanding>> ListAsync(Cohort cohort, MemberKey member, CancellationToken cancellationToken)
    {
        if (library.Shelf.Find(cohort.Course) is not { } course)
            return [];
        var labs = (await progress.ListAsync(cohort.Workspace, cohort.Id, member, cancellationToken)).Where(lab => lab.IsComplete).Select(lab => lab.Lab).ToHashSet();
        var (slots, unlocked) = await database.ReadAsync(
            async session => (await LessonSlots.ListAsync(session, cohort.Workspace, cohort.Id), await LessonUnlocks.ListAsync(session, cohort, member)), cancellationToken);
        List<LessonStanding> standings = [];
        foreach (var lesson in course.Lessons)
        {
            var before = standings.Count > 0 ? standings[^1].Lesson : null;
            var slot = slots.FirstOrDefault(slot => slot.Lesson == lesson.Id);
            var barrier = unlocked.Contains(lesson.Id) ? null : Barrier.Find(cohort, slot, before?.Lab is { } lab && !labs.Contains(lab.Id) ? lab : null);
            standings.Add(new LessonStanding(lesson, slot, barrier, lesson.Lab is { } own && labs.Contains(own.Id)));
        }

        return standings;
    }
}

/// <summary>A lesson as it stands for a member.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Slot">Its place in the calendar, if it has one.</param>
/// <param name="Barrier">What keeps it closed, or null when it is open.</param>
/// <param name="IsDone">Whether its lab is complete.</param>
internal sealed record LessonStanding(Lesson Lesson, LessonSlot? Slot, Barrier? Barrier, bool IsDone)
{
    /// <summary>Whether the member may read it.</summary>
    public bool IsOpen => Barrier is null;
}

/// <summary>What keeps a lesson closed.</summary>
internal abstract record Barrier
{
    /// <summary>Its date is still to come; null while it has none.</summary>
    public sealed record Date(DateTimeOffset? OpensAt) : Barrier;

    /// <summary>The lab before it is not complete.</summary>
    public sealed record EarlierLab(Lab Lab) : Barrier;

    /// <summary>A facilitator opens it.</summary>
    public sealed record ByHand : Barrier;

    /// <summary>It was left out.</summary>
    public sealed record LeftOut : Barrier;

    /// <summary>The barrier of a slot, or null when it is open.</summary>
    public static Barrier? Find(Cohort cohort, LessonSlot? slot, Lab? openLabBefore) => slot?.State switch
    {
        SlotState.Posting or SlotState.Posted when cohort.Gate == LessonGate.Lab && openLabBefore is not null => new EarlierLab(openLabBefore),
        SlotState.Posting or SlotState.Posted => null,
        SlotState.Skipped => new LeftOut(),
        SlotState.Held or SlotState.Offered => new ByHand(),
        _ when cohort.Gate == LessonGate.Facilitator => new ByHand(),
        _ => new Date(cohort.State == CohortState.Running ? slot?.DueAt : null),
    };
}
