using System.Globalization;
namespace CohortBot.Courses.Reading;

/// <summary>Reads a course: its <c>course.md</c> and the lessons beside it.</summary>
/// <param name="labs">The labs that were read.</param>
/// <param name="seen">The lessons of all courses so far, by id.</param>
internal sealed class CourseFolderReader(IReadOnlyList<Lab> labs, Dictionary<string, CourseFile> seen)
{
    private const string FileName = "course.md";

    /// <summary>The course, or null with a problem noted.</summary>
    public Course? Read(CourseFile folder)
    {
        Ids.Check(folder, 1, Path.GetFileName(folder.Path));
        var lessons = folder.Files(".md").Where(file => Path.GetFileName(file.Path) != FileName).Select(LessonReader.Read).OfType<ReadLesson>().ToList();
        foreach (var lesson in lessons)
            CheckId(lesson);
        var file = folder.Inside(FileName);
        if (!File.Exists(file.Path))
        {
            folder.Error(1, "course_file_missing", ("file", FileName));
            return null;
        }

        if (MarkdownFile.Read(file) is not { Keys: var keys } read)
            return null;
        var course = new Course(
            new CourseId(Path.GetFileName(folder.Path)),
            keys.Text("title", "title: What people call it"),
            keys.Text("summary", "summary: One sentence for lists."),
            BodyReader.ReadSections(file, read.Body),
            PutInOrder(keys, folder, lessons));
        keys.RefuseUnknown();
        return course;
    }

    private void CheckId(ReadLesson lesson)
    {
        var id = lesson.Lesson.Id.Value;
        if (id.Length == 0 || seen.TryAdd(id, lesson.File))
            return;
        lesson.File.Error(lesson.IdLine, "lesson_id_twice", ("id", id), ("other", seen[id].Name));
    }

    private List<Lesson> PutInOrder(YamlFields keys, CourseFile folder, List<ReadLesson> lessons)
    {
        var listed = keys.Texts("lessons", "lessons: [the-first-lesson]");
        Ids.CheckUnique(keys.File, listed.Select(id => (id.Text, id.Line)));
        if (keys.Has("lessons") && listed.Count == 0)
            keys.File.Error(keys.LineOf("lessons"), "lessons_none");
        foreach (var lost in lessons.Where(lesson => lesson.Lesson.Id.Value.Length > 0 && listed.All(id => id.Text != lesson.Lesson.Id.Value)))
            lost.File.Error(lost.IdLine, "lesson_not_listed", ("id", lost.Lesson.Id.Value), ("file", keys.File.Name));
        List<Lesson> ordered = [];
        var last = 0;
        var taken = new Dictionary<string, ReadLesson>(StringComparer.Ordinal);
        foreach (var (at, id) in listed.Index())
        {
            if (lessons.Find(lesson => lesson.Lesson.Id.Value == id.Text) is { } found)
            {
                last = CheckName(found, at + 1, last);
                ordered.Add(Finish(found, at + 1, taken));
            }
            else if (!folder.Files(".md").Any(file => file.Id.EndsWith($"-{id.Text}", StringComparison.Ordinal)))
                keys.File.Error(id.Line, "lesson_absent", ("id", id.Text), ("file", $"{folder.Name}/{at + 1}-{id.Text}.md"));
        }

        return ordered;
    }

    // The numbers in the names rise in the order of the list; a gap is a lesson that is still to come.
    private static int CheckName(ReadLesson read, int number, int last)
    {
        var name = Path.GetFileName(read.File.Path);
        if (int.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var named) && named > last && named >= number && name == $"{named}-{read.Lesson.Id}.md")
            return named;
        read.File.Warn(1, "lesson_file_name", ("expected", $"{number}-{read.Lesson.Id}.md"));
        return last;
    }

    private Lesson Finish(ReadLesson read, int number, Dictionary<string, ReadLesson> taken)
    {
        var lab = labs.FirstOrDefault(lab => lab.Id.Value == read.Lab);
        if (read.Lab is { Length: > 0 } name && lab is null)
            read.File.Error(read.LabLine, "lab_absent", ("lab", name), ("known", string.Join(", ", labs.Select(one => one.Id))));
        else if (read.Lab is { Length: > 0 } used && !taken.TryAdd(used, read))
            read.File.Error(read.LabLine, "lab_twice", ("lab", used), ("other", taken[used].File.Name));
        return read.Lesson with { Number = number, Lab = lab };
    }
}
