namespace CohortBot.Courses;

/// <summary>Where the folders of the settings lie.</summary>
/// <param name="Lessons">The full path of <c>lessons/</c>.</param>
/// <param name="Prompts">The full path of <c>prompts/</c>.</param>
internal sealed record CourseFolders(string Lessons, string Prompts)
{
    /// <summary>Looks for them in the working directory first, then beside the program.</summary>
    public static CourseFolders Find(CourseOptions options) => new(Find(options.LessonsFolder), Find(options.PromptsFolder));

    private static string Find(string folder)
    {
        var here = Path.GetFullPath(folder);
        var beside = Path.GetFullPath(folder, AppContext.BaseDirectory);
        return Directory.Exists(here) || !Directory.Exists(beside) ? here : beside;
    }
}
