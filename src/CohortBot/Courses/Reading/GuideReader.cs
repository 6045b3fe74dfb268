using CohortBot.Chat.Documents;

namespace CohortBot.Courses.Reading;

/// <summary>Reads a guide.</summary>
internal static class GuideReader
{
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
        return guide;
    }
}
