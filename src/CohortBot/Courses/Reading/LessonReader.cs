using CohortBot.Chat.Documents;

namespace CohortBot.Courses.Reading;

/// <summary>A lesson with the file that it stands in and the lab that it names.</summary>
internal sealed record ReadLesson(Lesson Lesson, CourseFile File, int IdLine, string? Lab, int LabLine);

/// <summary>Reads a lesson.</summary>
internal static class LessonReader
{
    private const int FewestWords = 600;
    private const int MostWords = 1000;

    /// <summary>The lesson without its number and lab, which others know; or null with a problem noted.</summary>
    public static ReadLesson? Read(CourseFile file)
    {
        if (MarkdownFile.Read(file) is not { Keys: var keys } read)
            return null;
        var id = keys.Text("id", $"id: {file.Id.TrimStart([.. "0123456789-"])}");
        var lesson = new Lesson
        {
            Id = new LessonId(id),
            Number = 0,
            Title = keys.Text("title", "title: What people call it"),
            Summary = keys.Text("summary", "summary: One sentence for lists."),
            Minutes = keys.Number("minutes", "minutes: 9", least: 1),
            Lab = null,
            Body = BodyReader.ReadSections(file, read.Body),
            Quiz = QuizReader.Read(keys),
            Sources = SourcesReader.Read(keys),
        };
        var lab = keys.OptionalText("lab");
        Ids.Check(file, keys.LineOf("id"), id);
        CheckLength(file, read, lesson.Body);
        keys.RefuseUnknown();
        return new ReadLesson(lesson, file, keys.LineOf("id"), lab, keys.LineOf("lab"));
    }

    private static void CheckLength(CourseFile file, MarkdownFile read, Document body)
    {
        var words = DocumentText.CountWords(DocumentText.Plain(body));
        if (words is > 0 and (< FewestWords or > MostWords))
            file.Warn(read.Body.Line, "lesson_length", ("count", words), ("fewest", FewestWords), ("most", MostWords));
    }
}
