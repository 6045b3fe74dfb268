using System.Globalization;
using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering;

/// <summary>Blocks that Discord and Slack write alike.</summary>
internal static class MarkdownBlocks
{
    /// <summary><c># Heading</c>; deeper than 3 is not shown deeper.</summary>
    public static string Heading(Heading heading, MarkdownDialect dialect)
    {
        var text = MarkdownText.Line(heading.Text, dialect);
        return text.Length == 0 ? "" : $"{new string('#', Math.Clamp(heading.Level, 1, 3))} {text}";
    }

    /// <summary>A list; a further line of an item stands under its words.</summary>
    public static string List(Bullets list, MarkdownDialect dialect) => string.Join('\n', list.Items.SelectMany((item, index) =>
    {
        var mark = list.IsNumbered ? string.Create(CultureInfo.InvariantCulture, $"{list.From + index}. ") : "- ";
        var indent = new string(' ', mark.Length);
        return Item(mark, item, dialect).Concat(item.Below.SelectMany(below => Item($"{indent}- ", below, dialect)));
    }));

    /// <summary><c>&gt; words</c>, each line.</summary>
    public static string Prefixed(string prefix, IReadOnlyList<Run> runs, MarkdownDialect dialect) =>
        string.Join(dialect.LineBreak, MarkdownText.Lines(runs, dialect).Select(line => prefix + line));

    /// <summary>A block of code.</summary>
    /// <param name="text">The code, with nothing in it that ends the block.</param>
    /// <param name="language">Its language, when it has a name that is one.</param>
    /// <param name="fence">What stands around it.</param>
    public static string Fenced(string text, string? language, string fence)
    {
        var name = language is not null && language.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '-' or '#' or '.') ? language : "";
        return $"{fence}{name}\n{(text.Length == 0 ? " " : text)}\n{fence}";
    }

    private static IEnumerable<string> Item(string mark, BulletItem item, MarkdownDialect dialect)
    {
        var lines = MarkdownText.Lines(item.Text, dialect);
        return lines.Count == 0
            ? [mark + MarkdownEscape.Gap]
            : lines.Select((line, index) => index == 0 ? mark + line : new string(' ', mark.Length) + line);
    }
}
