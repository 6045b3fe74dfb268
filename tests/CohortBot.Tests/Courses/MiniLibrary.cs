using CohortBot.Courses.Reading;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Courses;

/// <summary>The small good library in <c>Mini/</c>, copied into a folder of its own for a test to break; removed at the end.</summary>
internal sealed class MiniLibrary : IDisposable
{
    public const string Course = "lessons/map/course.md";
    public const string Lesson = "lessons/map/1-market.md";
    public const string Second = "lessons/map/2-people.md";
    public const string Drawing = "lessons/map/layers.svg";
    public const string Guide = "lessons/guides/roles.md";
    public const string Lab = "prompts/fit/lab.yaml";
    public const string Prompt = "prompts/fit/prompt.yaml";
    public const string CardPrompt = "prompts/shared/card.yaml";

    private static readonly string Good = Path.Combine(Repository.Root, "tests", "CohortBot.Tests", "Courses", "Mini");
    private static readonly string Words = string.Join(' ', Enumerable.Repeat("The market moves and we look at it again.", 35));

    public MiniLibrary()
    {
        foreach (var file in Directory.EnumerateFiles(Good, "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(Good, file), File.ReadAllText(file).Replace("WORDS", Words, StringComparison.Ordinal));
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("cohortbot-library-").FullName;

    public string Lessons => Path.Combine(Root, "lessons");

    public string Prompts => Path.Combine(Root, "prompts");

    public CourseReading Read() => CourseReader.Read(Lessons, Prompts);

    public string Text(string name) => File.ReadAllText(Path.Combine(Root, name));

    public void Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Replaces a piece that must be there.</summary>
    public void Edit(string name, string old, string replacement)
    {
        var text = Text(name);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(name, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public void Delete(string name) => File.Delete(Path.Combine(Root, name));

    /// <summary>The line, from 1, that holds a piece of a file.</summary>
    public int LineOf(string name, string piece) => Array.FindIndex(Text(name).Split('\n'), line => line.Contains(piece, StringComparison.Ordinal)) + 1;

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
