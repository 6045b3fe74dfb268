using System.Text;

namespace CohortBot.Courses.Reading;

/// <summary>A file or folder that is read, and the list that its problems go into.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">What its author calls it: the path from the folder that holds <c>lessons/</c> or <c>prompts/</c>.</param>
/// <param name="Problems">All problems of the library.</param>
internal sealed record CourseFile(string Path, string Name, List<CourseProblem> Problems)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The id that its name gives: without folder and ending.</summary>
    public string Id => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Its folder.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The folder <c>lessons/</c> or <c>prompts/</c> itself.</summary>
    public static CourseFile Root(string folder, List<CourseProblem> problems) =>
        new(System.IO.Path.GetFullPath(folder), System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder))), problems);

    /// <summary>A file or folder inside.</summary>
    public CourseFile Inside(string name) => new(System.IO.Path.Combine(Path, name), $"{Name}/{name}", Problems);

    /// <summary>The file beside this one.</summary>
    public CourseFile Beside(string name) => new(System.IO.Path.Combine(Folder, name), $"{Name[..Name.LastIndexOf('/')]}/{name}", Problems);

    /// <summary>The folders inside, by name; hidden ones are left out.</summary>
    public IEnumerable<CourseFile> Folders() => Names(Directory.EnumerateDirectories(Path)).Select(Inside);

    /// <summary>The files inside with an ending, by name; hidden ones are left out.</summary>
    public IEnumerable<CourseFile> Files(string ending) =>
        Names(Directory.EnumerateFiles(Path)).Where(name => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).Select(Inside);

    /// <summary>Notes what makes the library unusable.</summary>
    public void Error(int line, string key, params (string Name, object? Value)[] values) =>
        Problems.Add(new CourseProblem(Name, line, IsError: true, key) { Values = values });

    /// <summary>Notes what can wait.</summary>
    public void Warn(int line, string key, params (string Name, object? Value)[] values) =>
        Problems.Add(new CourseProblem(Name, line, IsError: false, key) { Values = values });

    /// <summary>The text, or null with a problem noted.</summary>
    public string? ReadText()
    {
        try
        {
            return File.ReadAllText(Path, Utf8).Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (DecoderFallbackException)
        {
            Error(1, "not_utf8");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Error(1, "unreadable", ("detail", exception.Message));
        }

        return null;
    }

    private static IEnumerable<string> Names(IEnumerable<string> paths) =>
        paths.Select(path => System.IO.Path.GetFileName(path)).Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal);
}
