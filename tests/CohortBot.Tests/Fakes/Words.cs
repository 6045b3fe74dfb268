using CohortBot.Chat.Documents;

namespace CohortBot.Tests.Fakes;

/// <summary>What a person reads of a document, without looks.</summary>
internal static class Words
{
    /// <summary>One block a line; buttons as <c>[Label]</c>.</summary>
    public static string Of(Document document) => string.Join('\n', document.Blocks.Select(Of));

    /// <summary>The actions of all buttons.</summary>
    public static IReadOnlyList<string> Actions(Document document) => [.. Buttons(document).Select(button => button.Action)];

    /// <summary>All buttons.</summary>
    public static IEnumerable<Button> Buttons(Document document) => document.Blocks.OfType<ButtonRow>().SelectMany(row => row.Buttons);

    private static string Of(Block block) => block switch
    {
        Heading heading => Of(heading.Text),
        Paragraph paragraph => Of(paragraph.Text),
        Quote quote => Of(quote.Text),
        Note note => Of(note.Text),
        CodeBlock code => code.Text,
        Figure figure => $"{figure.Alt} {figure.Caption}",
        Bullets bullets => string.Join('\n', bullets.Items.Select(Of)),
        Table table => string.Join('\n', table.Rows.Prepend(table.Header).Select(row => string.Join(" | ", row.Select(Of)))),
        ButtonRow row => string.Join(' ', row.Buttons.Select(button => $"[{button.Label}]")),
        _ => block.ToString(),
    };

    private static string Of(BulletItem item) => string.Join('\n', item.Below.Select(Of).Prepend(Of(item.Text)));

    private static string Of(IReadOnlyList<Run> runs) => string.Concat(runs.Select(run => run.Text));
}
