namespace CohortBot.Chat.Documents;

using Cells = IReadOnlyList<IReadOnlyList<Run>>;

/// <summary>Cuts a table between rows, else between the cells of a row, else inside a cell; the header comes again.</summary>
internal static class TableCutter
{
    /// <summary>The longest beginning that fits, or null.</summary>
    public static BlockCut? TryCut(Table table, Func<Block, bool> fits) =>
        BlockCutter.CutBetween(table.Rows.Count, count => table with { Rows = [.. table.Rows.Take(count)] }, count => table with { Rows = [.. table.Rows.Skip(count)] }, fits)
        ?? (table.Rows.Count == 0 ? null : CutBetweenCells(table, fits) ?? CutCell(table, fits));

    /// <summary>The table as paragraphs, for a header that leaves no room for rows.</summary>
    public static IEnumerable<Block> AsParagraphs(Table table) =>
        table.Rows.Prepend([.. table.Header.Select(cell => (IReadOnlyList<Run>)[.. cell.Select(run => run with { IsBold = true })])]).Select(row => new Paragraph(Join(row)));

    private static BlockCut? CutBetweenCells(Table table, Func<Block, bool> fits)
    {
        var row = table.Rows[0];
        var borders = Enumerable.Range(1, Math.Max(0, row.Count - 1)).Where(at => HasWords(row.Take(at)) && HasWords(row.Skip(at))).ToList();
        var found = BlockCutter.LastThatFits(borders.Count, i => fits(table with { Rows = [Keep(row, ..borders[i])] }));
        return found < 0 ? null : new BlockCut(table with { Rows = [Keep(row, ..borders[found])] }, [table with { Rows = [Keep(row, borders[found]..), .. table.Rows.Skip(1)] }]);
    }

    private static BlockCut? CutCell(Table table, Func<Block, bool> fits)
    {
        var row = table.Rows[0];
        var first = row.TakeWhile(Prose.IsBlank).Count();
        if (first == row.Count)
            return null;
        var cut = BlockCutter.CutText(row[first], runs => table with { Rows = [With(Keep(row, first..(first + 1)), first, runs)] }, fits);
        return cut is null
            ? null
            : cut with { Rest = [table with { Rows = [With(row, first, ((Table)cut.Rest[0]).Rows[0][first]), .. table.Rows.Skip(1)] }] };
    }

    private static bool HasWords(IEnumerable<IReadOnlyList<Run>> cells) => cells.Any(cell => !Prose.IsBlank(cell));

    private static Cells Keep(Cells row, Range range)
    {
        var (offset, length) = range.GetOffsetAndLength(row.Count);
        return [.. row.Select((cell, at) => at >= offset && at < offset + length ? cell : [])];
    }

    private static Cells With(Cells row, int at, IReadOnlyList<Run> cell) => [.. row.Select((old, index) => index == at ? cell : old)];

    private static IReadOnlyList<Run> Join(Cells row) =>
        [.. row.SelectMany((cell, index) => index == 0 ? cell : cell.Prepend(new Run(" | ")))];
}
