using CohortBot.Commands;
using CohortBot.Courses;

namespace CohortBot.Cli;

/// <summary>Finds a lesson by what was typed: <c>job-market</c> or <c>ai-careers-map/job-market</c>.</summary>
internal static class LessonFinder
{
    /// <summary>Every lesson with its course, in order.</summary>
    public static IReadOnlyList<(Course Course, Lesson Lesson)> All(CourseShelf shelf) =>
        [.. shelf.Courses.SelectMany(course => course.Lessons.Select(lesson => (course, lesson)))];

    /// <summary>The lesson, or null.</summary>
    public static (Course Course, Lesson Lesson)? Find(CourseShelf shelf, string typed)
    {
        var found = All(shelf).Where(lesson => Names(lesson).Contains(typed.Trim(), StringComparer.OrdinalIgnoreCase)).ToList();
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The name nearest to what was typed, or null when none is near.</summary>
    public static string? Nearest(CourseShelf shelf, string typed) =>
        CommandCatalogue.Nearest(typed.Trim().ToLowerInvariant(), All(shelf).SelectMany(Names));

    private static IEnumerable<string> Names((Course Course, Lesson Lesson) lesson) =>
        [lesson.Lesson.Id.Value, $"{lesson.Course.Id}/{lesson.Lesson.Id}"];
}
