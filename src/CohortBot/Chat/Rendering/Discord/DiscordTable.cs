using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering.Discord;

/// <summary>
/// A table, which Discord's Markdown lacks: aligned in a block of code while it is narrow enough for a phone held sideways, else a list
/// with an item for each row. A table with links is a list too, since code has none.
/// </summary>
internal static class DiscordTable
{
    private const int WidestLine = 60;
    private const string Between = " | ";

    /// <summary>The Markdown.</summary>
    public static string Write(Table table)
    {
        if (HasLinks(table))
            return AsList(table);
        var rows = table.Rows.Prepend(table.Header).Select(row => row.Select(CellText).ToList()).ToList();
        var columns = rows.Max(row => row.Count);
        if (columns == 0)
            return "";
        var widths = Enumerable.Range(0, columns).Select(column => rows.Max(row => column < row.Count ? TextWidth.Of(row[column], enough: WidestLine) : 0)).ToList();
        return widths.Sum() + Between.Length * (columns - 1) <= WidestLine ? Aligned(rows, widths) : AsList(table);
    }

    private static string Aligned(List<List<string>> rows, List<int> widths)
    {
        var rule = string.Join("-+-", widths.Select(width => new string('-', width)));
        var lines = rows.Select(row => string.Join(Between, row.Select((cell, column) => cell + new string(' ', widths[column] - TextWidth.Of(cell)))).TrimEnd());
        return DiscordContent.Code(string.Join('\n', lines.Take(1).Append(rule).Concat(lines.Skip(1))));
    }

    // Two columns: "- **row**: cell" under a line that says what they are. More: the row, and under it "column: cell".
    private static string AsList(Table table)
    {
        var isPair = table.Header.Count == 2;
        var title = string.Join(": ", table.Header.Take(isPair ? 2 : table.Rows.Count == 0 ? table.Header.Count : 1).Select(cell => Words(Look(cell, isBold: false, isItalic: true))).Where(text => text.Length > 0));
        var lines = table.Rows.SelectMany(row => isPair && row.Count == 2 ? [Pair(row)] : Item(table.Header, row));
        return string.Join('\n', lines.Prepend(title).Where(line => line.Length > 0));
    }

    private static string Pair(IReadOnlyList<IReadOnlyList<Run>> row)
    {
        var (name, cell) = (Words(Look(row[0], isBold: true)), Words(row[1]));
        return (name, cell) switch
        {
            ("", "") => "",
            ("", _) => $"- {cell}",
            (_, "") => $"- {name}",
            _ => $"- {name}: {cell}",
        };
    }

    private static IEnumerable<string> Item(IReadOnlyList<IReadOnlyList<Run>> header, IReadOnlyList<IReadOnlyList<Run>> row)
    {
        var name = row.Count == 0 ? "" : Words(Look(row[0], isBold: true));
        yield return $"- {(name.Length == 0 ? MarkdownEscape.Gap.ToString() : name)}";
        for (var column = 1; column < row.Count; column++)
        {
            var cell = Words(row[column]);
            var label = column < header.Count ? Words(header[column]) : "";
            if (cell.Length > 0)
                yield return label.Length == 0 ? $"  - {cell}" : $"  - {label}: {cell}";
        }
    }

    private static bool HasLinks(Table table) => table.Rows.Append(table.Header).Any(row => row.Any(cell => cell.Any(run => run.Url is not null)));

    private static string CellText(IReadOnlyList<Run> cell) => SafeText.Clean(Prose.Text(cell).ReplaceLineEndings(" ").Replace('\t', ' ')).Trim();

    private static string Words(IReadOnlyList<Run> cell) => MarkdownText.Line(cell, MarkdownDialect.Discord);

    private static IReadOnlyList<Run> Look(IReadOnlyList<Run> cell, bool isBold, bool isItalic = false) =>
        [.. cell.Select(run => run with { IsBold = run.IsBold || isBold, IsItalic = run.IsItalic || isItalic })];
}
