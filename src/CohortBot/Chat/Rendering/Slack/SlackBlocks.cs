using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering.Slack;

/// <summary>
/// The blocks of a message: its title as a header, small print as context, buttons as actions, everything between in Markdown blocks,
/// which know lists, tables and code.
/// </summary>
internal static partial class SlackBlocks
{
    // https://docs.slack.dev/reference/block-kit/blocks/header-block.
    private const int LongestHeader = 150;

    /// <summary>The blocks.</summary>
    public static JsonArray Write(Document document)
    {
        JsonArray blocks = [];
        List<string> words = [];
        var buttons = 0;
        foreach (var block in document.Blocks)
        {
            if (Own(block, buttons) is { } own)
            {
                AddWords(blocks, words);
                foreach (var made in own)
                    blocks.Add(made);
                buttons += block is ButtonRow row ? row.Buttons.Count : 0;
            }
            else if (Markdown(block) is { Length: > 0 } text)
            {
                words.Add(text);
            }
        }

        AddWords(blocks, words);
        return blocks;
    }

    // The kinds that have a block of their own; null means Markdown.
    private static IEnumerable<JsonNode>? Own(Block block, int buttonsBefore) => block switch
    {
        Heading { Level: <= 1 } heading when Prose.Text(heading.Text).Trim().ReplaceLineEndings(" ") is { Length: > 0 and <= LongestHeader } title && Header(title) is { } header => [header],
        Note note => Context(note.Text),
        Figure figure => figure.Caption is null ? [] : Context(Run.Of(figure.Caption)),
        ButtonRow row => SlackButtons.Write(row, buttonsBefore),
        _ => null,
    };

    private static JsonObject? Header(string title)
    {
        var text = SlackText.Plain(title);
        return SlackText.Length(text) <= LongestHeader ? new JsonObject { ["type"] = "header", ["text"] = text } : null;
    }

    private static IEnumerable<JsonNode> Context(IReadOnlyList<Run> runs) =>
        Prose.IsBlank(runs) ? [] : [new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(SlackText.SmallPrint(runs)) }];

    private static string Markdown(Block block) => block switch
    {
        Heading heading => MarkdownBlocks.Heading(heading, MarkdownDialect.Slack),
        Paragraph paragraph => MarkdownBlocks.Prefixed("", paragraph.Text, MarkdownDialect.Slack),
        Bullets list => MarkdownBlocks.List(list, MarkdownDialect.Slack),
        Table table => Table(table),
        CodeBlock code => Code(code),
        Quote quote => MarkdownBlocks.Prefixed("> ", quote.Text, MarkdownDialect.Slack),
        _ => throw new ArgumentException($"Slack does not know {block.GetType().Name}.", nameof(block)),
    };

    private static string Table(Table table)
    {
        var columns = table.Rows.Append(table.Header).Max(row => row.Count);
        if (columns == 0)
            return "";
        var lines = table.Rows.Prepend(table.Header).Select(row => Row(Enumerable.Range(0, columns).Select(column => column < row.Count ? Cell(row[column]) : "")));
        return string.Join('\n', lines.Take(1).Append(Row(Enumerable.Repeat("---", columns))).Concat(lines.Skip(1)));
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Cell(IReadOnlyList<Run> cell) => BareBar().Replace(MarkdownText.Line(cell, MarkdownDialect.Slack), @"\|");

    private static string Code(CodeBlock code)
    {
        var text = MarkdownDialect.Slack.WithoutMentions(SafeText.Clean(code.Text.ReplaceLineEndings("\n")));
        var longest = Ticks().EnumerateMatches(text);
        var fence = 3;
        foreach (var ticks in longest)
            fence = Math.Max(fence, ticks.Length + 1);
        return MarkdownBlocks.Fenced(text, code.Language, new string('`', fence));
    }

    private static void AddWords(JsonArray blocks, List<string> words)
    {
        if (words.Count > 0)
            blocks.Add((JsonNode)new JsonObject { ["type"] = "markdown", ["text"] = string.Join("\n\n", words) });
        words.Clear();
    }

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.None, 1000)]
    private static partial Regex BareBar();

    [GeneratedRegex("`+", RegexOptions.None, 1000)]
    private static partial Regex Ticks();
}
