using System.Text;

namespace CohortBot.Chat.Documents;

/// <summary>The plain words of messages: for search, for counting, and for models.</summary>
public static class DocumentText
{
    /// <summary>The words of a message; an empty line between blocks, no markup. Buttons are left out, since they are not said.</summary>
    public static string Plain(Document document) => Plain(document.Blocks);

    /// <summary>The words of blocks; an empty line between them.</summary>
    public static string Plain(IEnumerable<Block> blocks) => string.Join("\n\n", blocks.Select(Plain).Where(text => text.Length > 0));

    /// <summary>The words of a block: a line for each item of a list and each row of a table, whose cells stand with commas between them.</summary>
    public static string Plain(Block block) => block switch
    {
        Heading heading => Plain(heading.Text),
        Paragraph paragraph => Plain(paragraph.Text),
        Bullets list => string.Join('\n', list.Items.SelectMany(Lines)),
        Table table => string.Join('\n', table.Rows.Prepend(table.Header).Select(row => string.Join(", ", row.Select(Plain).Where(cell => cell.Length > 0)))),
        CodeBlock code => code.Text,
        Quote quote => Plain(quote.Text),
        Figure figure => figure.Caption is null ? figure.Alt : $"{figure.Alt}\n{figure.Caption}",
        Note note => Plain(note.Text),
        _ => "",
    };

    /// <summary>The words of runs.</summary>
    public static string Plain(IEnumerable<Run> runs) => runs.Aggregate(new StringBuilder(), (text, run) => text.Append(run.Text)).ToString();

    /// <summary>How many words a text has; what holds no letter and no digit is none.</summary>
    public static int CountWords(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private static IEnumerable<string> Lines(BulletItem item) => [Plain(item.Text), .. item.Below.SelectMany(Lines)];
}
