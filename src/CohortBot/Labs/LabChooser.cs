using CohortBot.Cohorts;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Finds out which lab a member wants to start: the one that is named, the one of this thread, else that of the newest lesson.</summary>
internal sealed class LabChooser(Database database, CohortStore cohorts, ICourseLibrary library, LabThreads threads)
{
    /// <summary>The lesson whose lab is meant.</summary>
    /// <exception cref="CommandException">There is no such lab, or none is open yet.</exception>
    public async Task<LabChoice> ChooseAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.FindAsync(context.Workspace, context.GetCohort(), cancellationToken)
            ?? throw new CommandException("commands.no_cohort_here");
        var course = library.Shelf.Find(cohort.Course) ?? throw new CommandException("labs.no_course");
        var named = context.Find("lab") ?? threads.Find(context.Call.Place)?.Lab.Value;
        var (lesson, slot) = await database.ReadAsync(
            async session => named is null
                ? await FindNewestAsync(session, cohort, course)
                : await FindNamedAsync(session, cohort, LabNames.Get(course, named)),
            cancellationToken);
        var isUnlocked = await IsUnlockedAsync(context, cohort, lesson, cancellationToken);
        if (!isUnlocked && cohort.Gate == LessonGate.Lab && course.Lessons.LastOrDefault(earlier => earlier.Number < lesson.Number)?.Lab is { } before)
            await RequireAsync(context, cohort, lesson, before, cancellationToken);
        return new LabChoice(cohort, course, lesson, slot, isUnlocked);
    }

    /// <summary>The labs of the cohort's course, for completion.</summary>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var cohort = context.Cohort is { } id ? await cohorts.FindAsync(context.Workspace, id, cancellationToken) : null;
        var course = cohort is null ? null : library.Shelf.Find(cohort.Course);
        return course is null ? [] : LabNames.Suggest(course);
    }

    // What a facilitator opened by hand is open, whatever the calendar or the labs before it say.
    private Task<bool> IsUnlockedAsync(CommandContext context, Cohort cohort, Lesson lesson, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => await session.ScalarAsync<long>(
                "SELECT COUNT(*) FROM lesson_unlocks WHERE workspace = @Workspace AND cohort = @cohort AND lesson = @lesson AND member IN (@Key, '*')",
                new { context.Member.Workspace, cohort = cohort.Id, lesson = lesson.Id, context.Member.Key }) > 0,
            cancellationToken);

    // Where lessons open by the lab ahead of them, so do their labs.
    private async Task RequireAsync(CommandContext context, Cohort cohort, Lesson lesson, Lab before, CancellationToken cancellationToken)
    {
        var isDone = await database.ReadAsync(
            session => session.ScalarAsync<long>(
                """
                SELECT COUNT(*) FROM participations WHERE workspace = @Workspace AND cohort = @cohort AND lab = @before
                AND member = @Key AND completed_at IS NOT NULL
                """,
                new { context.Member.Workspace, cohort = cohort.Id, before = before.Id, context.Member.Key }),
            cancellationToken) > 0;
        if (!isDone)
            throw new CommandException("labs.opens_after", ("lab", lesson.Lab!.Title), ("before", before.Title));
    }

    private static async Task<(Lesson, LessonSlot?)> FindNamedAsync(Session session, Cohort cohort, Lesson lesson) =>
        (lesson, await LessonSlots.FindAsync(session, cohort.Workspace, cohort.Id, lesson.Id));

    private static async Task<(Lesson, LessonSlot?)> FindNewestAsync(Session session, Cohort cohort, Course course)
    {
        var slots = await LessonSlots.ListAsync(session, cohort.Workspace, cohort.Id);
        foreach (var slot in slots.Reverse().Where(LabChoice.IsOut))
        {
            if (course.Find(slot.Lesson) is { Lab: not null } lesson)
                return (lesson, slot);
        }

        throw new CommandException("labs.none_open");
    }
}

/// <summary>A lab that a member wants to start, the slot of its lesson, and whether a facilitator opened that to the member by hand.</summary>
internal sealed record LabChoice(Cohort Cohort, Course Course, Lesson Lesson, LessonSlot? Slot, bool IsUnlocked)
{
    /// <summary>The lab.</summary>
    public Lab Lab => Lesson.Lab!;

    /// <summary>Whether the lesson is open to the member, or in the channel: the button may be pressed while its last parts are still on their way.</summary>
    public bool IsOpen => IsUnlocked || (Slot is not null && IsOut(Slot));

    /// <summary>Whether a slot's lesson is in the channel.</summary>
    public static bool IsOut(LessonSlot slot) => slot.State is SlotState.Posting or SlotState.Posted;

    /// <summary>What is to be opened for a member.</summary>
    public LabToOpen For(CommandContext context) => new()
    {
        Cohort = Cohort,
        Course = Course,
        Lesson = Lesson,
        Lab = Lab,
        Member = context.Member,
        Wording = context.Wording,
        Under = context.Call.Pressed is { } pressed && pressed.Place == Cohort.Place ? pressed : null,
    };
}
