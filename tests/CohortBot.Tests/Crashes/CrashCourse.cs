using CohortBot.Tests.Courses;

namespace CohortBot.Tests.Crashes;

/// <summary>A course with many short lessons, each in two messages and with a lab, so that there is always something to post, answer and count.</summary>
internal sealed class CrashCourse : IDisposable
{
    public const string Id = "crash";

    private readonly MiniLibrary _library = new();

    public CrashCourse(int lessons)
    {
        var (lesson, lab, prompt) = (_library.Text(MiniLibrary.Second), _library.Text(MiniLibrary.Lab), _library.Text(MiniLibrary.Prompt));
        var names = Enumerable.Range(1, lessons).Select(Lesson).ToList();
        _library.Write($"lessons/{Id}/course.md", _library.Text(MiniLibrary.Course).Replace("[market, people]", $"[{string.Join(", ", names)}]", StringComparison.Ordinal));
        for (var number = 1; number <= lessons; number++)
        {
            _library.Write($"lessons/{Id}/{number:000}-{Lesson(number)}.md", lesson
                .Replace("id: people", $"id: {Lesson(number)}\nlab: {Lab(number)}", StringComparison.Ordinal)
                .Replace("title: The people", $"title: Lesson {number}", StringComparison.Ordinal)
                .Replace("## Who", $"## {FirstMark(number)}", StringComparison.Ordinal)
                .Replace("## Where", $"## {SecondMark(number)}", StringComparison.Ordinal));
            _library.Write($"prompts/{Lab(number)}/lab.yaml", lab);
            _library.Write($"prompts/{Lab(number)}/prompt.yaml", prompt.Replace("name: fit", $"name: {Lab(number)}", StringComparison.Ordinal));
        }
    }

    public string Lessons => _library.Lessons;

    public string Prompts => _library.Prompts;

    public static string Lesson(int number) => $"lesson{number:000}";

    public static string Lab(int number) => $"lab{number:000}";

    /// <summary>Stands in the first message of a lesson and nowhere else.</summary>
    public static string FirstMark(int number) => $"First part of {Lesson(number)}";

    /// <summary>Stands in the last message of a lesson and nowhere else.</summary>
    public static string SecondMark(int number) => $"Second part of {Lesson(number)}";

    public void Dispose() => _library.Dispose();
}
