using System.Text;

namespace CohortBot.Chat.Documents;

/// <summary>A message as it would be read aloud: words without look. For notifications, terminals and comparisons.</summary>
public static class PlainText
{
    /// <summary>The words, a blank line between blocks.</summary>
    public static string Of(Document document) => string.Join("\n\n", document.Blocks.Select(Of));

    private static string Of(Block block) => block switch
    {
        Heading heading => Line(heading.Text),
        Paragraph paragraph => Text(paragraph.Text),
        Quote quote => $"“{Text(quote.Text)}”",
        Note note => Text(note.Text),
        Bullets list => Items(list),
        Table table => string.Join('\n', table.Rows.Prepend(table.Header).Select(row => string.Join(" | ", row.Select(Line)))),
        CodeBlock code => code.Text,
        Figure figure => figure.Caption is null ? $"[{figure.Alt}]" : $"[{figure.Alt}]\n{figure.Caption}",
        ButtonRow row => string.Join("  ", row.Buttons.Select(button => $"[ {button.Label} ]")),
        _ => throw new ArgumentException($"A {block.GetType().Name} has no words.", nameof(block)),
    };

    private static string Text(IReadOnlyList<Run> runs) => Prose.Text(runs).ReplaceLineEndings("\n");

    private static string Line(IReadOnlyList<Run> runs) => Text(runs).Replace('\n', ' ');

    private static string Items(Bullets list)
    {
        var text = new StringBuilder();
        for (var i = 0; i < list.Items.Count; i++)
        {
            text.Append(i == 0 ? "" : "\n").Append(list.IsNumbered ? $"{list.From + i}. " : "• ").Append(Line(list.Items[i].Text));
            foreach (var below in list.Items[i].Below)
                text.Append("\n  • ").Append(Line(below.Text));
        }

        return text.ToString();
    }
}
