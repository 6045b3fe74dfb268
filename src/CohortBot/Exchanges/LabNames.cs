using CohortBot.Commands;
using CohortBot.Courses;

namespace CohortBot.Exchanges;

/// <summary>Finds a lab of a course by what a person calls it: its id or its title.</summary>
internal static class LabNames
{
    /// <summary>Whether a lab is called so.</summary>
    public static bool IsCalled(Lab lab, string named) =>
        lab.Id.Value.Equals(named, StringComparison.OrdinalIgnoreCase) || lab.Title.Equals(named, StringComparison.OrdinalIgnoreCase);

    /// <summary>The lesson whose lab is called so.</summary>
    /// <exception cref="CommandException">The course has no such lab.</exception>
    public static Lesson Get(Course course, string named)
    {
        var lessons = WithLab(course).ToList();
        if (lessons.Find(lesson => IsCalled(lesson.Lab!, named)) is { } found)
            return found;
        var ids = lessons.Select(lesson => lesson.Lab!.Id.Value).ToList();
        var near = CommandCatalogue.Nearest(named, ids);
        throw near is null
            ? new CommandException("exchanges.unknown_lab", ("named", named), ("labs", string.Join(", ", ids)))
            : new CommandException("exchanges.unknown_lab_near", ("named", named), ("near", near));
    }

    /// <summary>The lessons that have a lab, in the order of the course.</summary>
    public static IEnumerable<Lesson> WithLab(Course course) => course.Lessons.Where(lesson => lesson.Lab is not null);

    /// <summary>The labs of a course, for completion.</summary>
    public static IReadOnlyList<Choice> Suggest(Course course) =>
        [.. WithLab(course).Select(lesson => new Choice(lesson.Lab!.Id.Value, lesson.Lab.Title))];
}
