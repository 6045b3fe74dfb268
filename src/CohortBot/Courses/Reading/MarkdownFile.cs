namespace CohortBot.Courses.Reading;

/// <summary>A Markdown file: the keys between two lines of <c>---</c>, and the text below.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="Body">The text below.</param>
internal sealed record MarkdownFile(YamlFields Keys, YamlText Body)
{
    private const string Fence = "---";

    /// <summary>The file's two parts, or null with a problem noted.</summary>
    public static MarkdownFile? Read(CourseFile file)
    {
        if (file.ReadText() is not { } text)
            return null;
        var lines = text.Split('\n');
        if (lines[0].TrimEnd() != Fence)
        {
            file.Error(1, "no_front_matter", ("fence", Fence));
            return null;
        }

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (end < 0)
        {
            file.Error(1, "open_front_matter", ("fence", Fence));
            return null;
        }

        var keys = YamlFile.Read(file, string.Join('\n', lines[1..end]), offset: 1);
        return keys is null ? null : new MarkdownFile(keys, new YamlText(string.Join('\n', lines[(end + 1)..]), end + 2, end + 2));
    }
}
