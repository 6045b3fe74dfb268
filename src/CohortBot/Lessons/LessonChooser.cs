using System.Globalization;
using CohortBot.Cohorts;
using CohortBot.Commands;
using CohortBot.Courses;

namespace CohortBot.Lessons;

/// <summary>Finds the cohort and the lesson that a command is about: by number, id or title.</summary>
internal sealed class LessonChooser(CohortStore cohorts, ICourseLibrary library)
{
    /// <summary>The cohort.</summary>
    /// <exception cref="CommandException">There is none here.</exception>
    public async Task<Cohort> FindCohortAsync(CommandContext context, CancellationToken cancellationToken) =>
        await cohorts.FindAsync(context.Workspace, context.GetCohort(), cancellationToken) ?? throw new CommandException("commands.no_cohort_here");

    /// <summary>The lesson that an option names.</summary>
    /// <exception cref="CommandException">The course has no such lesson.</exception>
    public async Task<LessonChoice> FindAsync(CommandContext context, string option, CancellationToken cancellationToken)
    {
        var cohort = await FindCohortAsync(context, cancellationToken);
        var lessons = LessonsOf(cohort);
        var typed = context.Get(option).Trim();
        var lesson = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? lessons.FirstOrDefault(lesson => lesson.Number == number)
            : lessons.FirstOrDefault(lesson => Is(lesson.Id.Value, typed) || Is(lesson.Title, typed));
        return lesson is not null ? new LessonChoice(cohort, lesson) : throw Unknown(typed, lessons);
    }

    /// <summary>The lessons for completion.</summary>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, CancellationToken cancellationToken) =>
        context.Cohort is null ? [] : [.. LessonsOf(await FindCohortAsync(context, cancellationToken)).Select(lesson => new Choice(lesson.Id.Value, $"{lesson.Number}. {lesson.Title}"))];

    private IReadOnlyList<Lesson> LessonsOf(Cohort cohort) => library.Shelf.Find(cohort.Course)?.Lessons ?? [];

    private static CommandException Unknown(string typed, IReadOnlyList<Lesson> lessons)
    {
        var near = CommandCatalogue.Nearest(typed, lessons.Select(lesson => lesson.Id.Value));
        var known = string.Join(", ", lessons.Select(lesson => $"{lesson.Number} ({lesson.Id})"));
        return new CommandException(near is null ? "lessons.unknown" : "lessons.unknown_near", ("lesson", typed), ("near", near), ("known", known));
    }

    private static bool Is(string known, string typed) => string.Equals(known, typed, StringComparison.OrdinalIgnoreCase);
}
