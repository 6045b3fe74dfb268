namespace CohortBot.Chat.Documents.Markdown;

/// <summary>Blocks as words in a row, for places that hold words only: items of lists, quotes.</summary>
internal static class FlatRuns
{
    /// <summary>The words; each block, item and row begins on a line of its own.</summary>
    public static IReadOnlyList<Run> Of(IEnumerable<Block> blocks) => Join("\n", blocks.Select(Of));

    private static IReadOnlyList<Run> Of(Block block) => block switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => paragraph.Text,
        Quote quote => quote.Text,
        CodeBlock code => Run.Of($"{code.Language} {code.Text}".Trim()),
        Bullets list => Join("\n", list.Items.SelectMany((item, index) => Of(item, list.IsNumbered ? $"{index + 1}. " : "- "))),
        Table table => Join("\n", table.Rows.Prepend(table.Header).Select(row => Join(", ", row.Where(cell => cell.Count > 0)))),
        _ => Run.Of(DocumentText.Plain(block)),
    };

    private static IEnumerable<IReadOnlyList<Run>> Of(BulletItem item, string mark) =>
        [[new Run(mark), .. item.Text], .. item.Below.SelectMany(below => Of(below, "- "))];

    private static IReadOnlyList<Run> Join(string between, IEnumerable<IReadOnlyList<Run>> parts) =>
        [.. parts.SelectMany((part, index) => index == 0 ? part : [new Run(between), .. part])];
}
