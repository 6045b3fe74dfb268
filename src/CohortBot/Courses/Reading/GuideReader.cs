using CohortBot.Chat.Documents;

namespace CohortBot.Courses.Reading;

/// <summary>Reads a guide.</summary>
internal static class GuideReader
{
    // A heading travels in a button's command, of which Discord takes 100 characters; to compare two roles, both names do.
    private const int LongestHeading = 70;
    private const int LongestRole = 34;

    /// <summary>The guide, or null with a problem noted.</summary>
    public static Guide? Read(CourseFile file)
    {
        Ids.Check(file, 1, file.Id);
        if (MarkdownFile.Read(file) is not { Keys: var keys } read)
            return null;
        var guide = new Guide(
            file.Id,
            keys.Text("title", "title: What people call it"),
            keys.Text("summary", "summary: One sentence."),
            BodyReader.ReadSections(file, read.Body, isGuide: true),
            SourcesReader.Read(keys));
        if (!guide.Body.Blocks.OfType<Heading>().Any())
            file.Warn(read.Body.Line, "guide_sections");
        keys.RefuseUnknown();
        CheckHeadings(file, read.Body);
        return guide;
    }

    private static void CheckHeadings(CourseFile file, YamlText body)
    {
        var most = file.Id == "roles" ? LongestRole : LongestHeading;
        foreach (var (line, index) in body.Text.Split('\n').Select((line, index) => (line, index)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal) && line.Trim().Length - 3 > most)
                file.Error(body.FirstLine + index, "guide_heading_long", ("heading", line.Trim()[3..]), ("most", most));
        }
    }
}
