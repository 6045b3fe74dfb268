using CohortBot.Chat.Documents;
using CohortBot.Courses;

namespace CohortBot.Advisors.Passages;

/// <summary>Takes lessons and guides apart into passages, one for each section.</summary>
internal static class PassageReader
{
    // What authors write in place of an organisation where they found none.
    private static readonly string[] _nobody = ["not found", "none", "the course's own", "unknown"];

    /// <summary>The passages of everything on the shelf.</summary>
    public static IEnumerable<Passage> Read(CourseShelf shelf) =>
        shelf.Courses.SelectMany(course => course.Lessons.SelectMany(lesson => Read(course.Id, lesson)))
            .Concat(shelf.Guides.SelectMany(Read));

    private static IEnumerable<Passage> Read(CourseId course, Lesson lesson) =>
        Sections(lesson.Body, lesson.Title).Select(section => Passage(section, lesson.Title, lesson.Sources) with { Course = course, Lesson = lesson.Number });

    private static IEnumerable<Passage> Read(Guide guide) =>
        Sections(guide.Body, guide.Title).Select(section => Passage(section, guide.Title, guide.Sources));

    private static Passage Passage((string Title, List<Block> Blocks) section, string from, IReadOnlyList<Source> sources) => new()
    {
        From = from,
        Title = section.Title,
        Text = string.Join('\n', section.Blocks.SelectMany(Lines)),
        Paragraphs = [.. section.Blocks.Where(block => block is Paragraph or Bullets or Quote).SelectMany(Lines).Select(Sentences.Of)],
        Sources = [.. sources.Where(source => source.Verdict != "dropped" && !_nobody.Contains(source.Organisation, StringComparer.OrdinalIgnoreCase))],
    };

    private static List<(string Title, List<Block> Blocks)> Sections(Document body, string title)
    {
        List<(string Title, List<Block> Blocks)> sections = [(title, [])];
        foreach (var block in body.Blocks)
        {
            if (block is Heading { Level: <= 2 } heading)
                sections.Add((Plain(heading.Text), []));
            else
                sections[^1].Blocks.Add(block);
        }

        return [.. sections.Where(section => section.Blocks.SelectMany(Lines).Any())];
    }

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Heading heading => [Plain(heading.Text)],
        Paragraph paragraph => [Plain(paragraph.Text)],
        Quote quote => [Plain(quote.Text)],
        Bullets bullets => bullets.Items.SelectMany(Lines),
        Table table => table.Rows.Prepend(table.Header).Where(row => row.Count > 0).Select(row => string.Join(" – ", row.Select(Plain))),
        _ => [],
    };

    private static IEnumerable<string> Lines(BulletItem item) => [Plain(item.Text), .. item.Below.SelectMany(Lines)];

    private static string Plain(IReadOnlyList<Run> runs) => string.Concat(runs.Select(run => run.Text)).Replace('\n', ' ').Trim();
}
