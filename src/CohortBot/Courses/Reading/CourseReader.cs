namespace CohortBot.Courses.Reading;

/// <summary>What was read, and all that is wrong with it.</summary>
/// <param name="Shelf">Everything; to be used only if there is no error.</param>
/// <param name="Problems">Errors and warnings, by file and line.</param>
internal sealed record CourseReading(CourseShelf Shelf, IReadOnlyList<CourseProblem> Problems)
{
    /// <summary>Whether the shelf can be used.</summary>
    public bool IsUsable => !Problems.Any(problem => problem.IsError);
}

/// <summary>Reads <c>lessons/</c> and <c>prompts/</c>. Never throws for what an author wrote: it collects every problem.</summary>
internal static class CourseReader
{
    private const string Guides = "guides";
    private const string Shared = "shared";

    /// <summary>Reads everything.</summary>
    /// <param name="lessonsFolder">The folder of courses and guides.</param>
    /// <param name="promptsFolder">The folder of labs and prompts.</param>
    public static CourseReading Read(string lessonsFolder, string promptsFolder)
    {
        List<CourseProblem> problems = [];
        var lessons = CourseFile.Root(lessonsFolder, problems);
        var prompts = CourseFile.Root(promptsFolder, problems);
        try
        {
            var shelf = Read(lessons, prompts);
            return new CourseReading(shelf, InOrder(problems));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder went away or may not be listed while it was read.
            lessons.Error(1, "unreadable", ("detail", exception.Message));
            return new CourseReading(CourseShelf.Empty, InOrder(problems));
        }
    }

    private static CourseShelf Read(CourseFile lessons, CourseFile prompts)
    {
        if (!Exists(prompts) | !Exists(lessons))
            return CourseShelf.Empty;
        var labFolders = prompts.Folders().Where(folder => folder.Id != Shared).ToList();
        var labs = labFolders.ConvertAll(LabReader.Read);
        var shared = ReadShared(prompts.Inside(Shared));
        var seen = new Dictionary<string, CourseFile>(StringComparer.Ordinal);
        var reader = new CourseFolderReader(labs, seen);
        List<Course> courses = [.. lessons.Folders().Where(folder => folder.Id != Guides).Select(reader.Read).OfType<Course>()];
        if (!lessons.Folders().Any(folder => folder.Id != Guides))
            lessons.Error(1, "courses_none");
        WarnOfUnused(labFolders, courses);
        var guides = lessons.Inside(Guides);
        return new CourseShelf(courses, labs, Directory.Exists(guides.Path) ? [.. guides.Files(".md").Select(GuideReader.Read).OfType<Guide>()] : [], shared);
    }

    // While lessons are broken, nobody knows which labs they use.
    private static void WarnOfUnused(List<CourseFile> labs, List<Course> courses)
    {
        var used = courses.SelectMany(course => course.Lessons).Select(lesson => lesson.Lab?.Id).ToHashSet();
        foreach (var lab in labs.Where(lab => !lab.Problems.Exists(problem => problem.IsError) && !used.Contains(new LabId(lab.Id))))
            lab.Warn(1, "lab_unused", ("lab", lab.Id));
    }

    private static Dictionary<string, Prompt> ReadShared(CourseFile folder)
    {
        var shared = new Dictionary<string, Prompt>(StringComparer.Ordinal);
        foreach (var (name, variables) in PromptVariables.Shared)
        {
            var file = folder.Inside($"{name}.yaml");
            if (!File.Exists(file.Path))
                file.Error(1, "shared_missing");
            else if (PromptReader.Read(file, variables) is { } prompt)
                shared.Add(name, prompt);
        }

        return shared;
    }

    private static bool Exists(CourseFile folder)
    {
        if (Directory.Exists(folder.Path))
            return true;
        folder.Error(1, "folder_missing", ("folder", folder.Path));
        return false;
    }

    private static List<CourseProblem> InOrder(List<CourseProblem> problems) =>
        [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenByDescending(problem => problem.IsError)];
}
