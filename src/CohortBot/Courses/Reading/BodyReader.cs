using CohortBot.Chat.Documents;
using CohortBot.Chat.Documents.Markdown;

namespace CohortBot.Courses.Reading;

/// <summary>Reads the Markdown of lessons, guides and labs, with its figures and sections.</summary>
internal static class BodyReader
{
    /// <summary>Characters of a section that still read as one message in a chat.</summary>
    public const int LongestSection = 2500;

    /// <summary>Reads a text with sections that begin with a level 2 heading.</summary>
    public static Document ReadSections(CourseFile file, YamlText text, bool isGuide = false)
    {
        var blocks = ReadBlocks(file, text);
        if (blocks.Count == 0)
            file.Error(text.Line, "body_empty");
        CheckHeadings(file, blocks);
        foreach (var section in Sections(blocks))
            CheckSection(file, section, isGuide);
        return ToDocument(blocks);
    }

    /// <summary>Reads a text without sections.</summary>
    public static Document Read(CourseFile file, YamlText? text) => text is null ? Document.Empty : ToDocument(ReadBlocks(file, text));

    private static List<PlacedBlock> ReadBlocks(CourseFile file, YamlText text)
    {
        var page = MarkdownReader.Read(text.Text);
        foreach (var fault in page.Faults)
            file.Error(text.FirstLine + fault.Line - 1, $"markdown_{fault.Kind}", ("found", fault.Found), ("most", MarkdownReader.MostColumns));
        return [.. page.Blocks.Select(placed => new PlacedBlock(
            placed.Block is Figure figure ? FigureCheck.Resolve(file, figure, text.FirstLine + placed.Line - 1) : placed.Block, text.FirstLine + placed.Line - 1))];
    }

    private static void CheckHeadings(CourseFile file, List<PlacedBlock> blocks)
    {
        var above = 1;
        foreach (var (block, line) in blocks)
        {
            if (block is not Heading heading)
                continue;
            if (heading.Level == 1)
                file.Error(line, "heading_title", ("heading", DocumentText.Plain(heading)));
            else if (heading.Level > above + 1)
                file.Error(line, "heading_skipped", ("heading", DocumentText.Plain(heading)), ("marks", new string('#', above + 1)));
            above = Math.Max(heading.Level, 1);
        }

        for (var at = 0; at < blocks.Count; at++)
        {
            if (blocks[at].Block is Heading heading && (at + 1 == blocks.Count || blocks[at + 1].Block is Heading next && next.Level <= heading.Level))
                file.Error(blocks[at].Line, "section_empty", ("heading", DocumentText.Plain(heading)));
        }
    }

    private static void CheckSection(CourseFile file, List<PlacedBlock> section, bool isGuide)
    {
        var length = DocumentText.Plain(section.Select(placed => placed.Block)).Length;
        if (length > LongestSection)
            file.Warn(section[0].Line, isGuide ? "passage_long" : "section_long", ("count", length), ("most", LongestSection));
    }

    private static IEnumerable<List<PlacedBlock>> Sections(List<PlacedBlock> blocks)
    {
        List<PlacedBlock> section = [];
        foreach (var placed in blocks)
        {
            if (placed.Block is Heading { Level: <= 2 } && section.Count > 0)
            {
                yield return section;
                section = [];
            }

            section.Add(placed);
        }

        if (section.Count > 0)
            yield return section;
    }

    private static Document ToDocument(List<PlacedBlock> blocks) => new([.. blocks.Select(placed => placed.Block)]);
}
