using CohortBot.Chat.Rendering;

namespace CohortBot.Simulation.Report;

/// <summary>A table in columns of plain text.</summary>
internal static class PlainTable
{
    private const string Gap = "  ";
    private const int Narrowest = 6;

    /// <summary>The lines: the header, a rule, the rows. A table that is too wide has its widest column shortened, again and again.</summary>
    public static IEnumerable<string> Write(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var widths = Enumerable.Range(0, header.Count).Select(column => rows.Prepend(header).Max(row => TextWidth.Of(row[column]))).ToArray();
        while (widths.Sum() + (Gap.Length * (widths.Length - 1)) > width && widths.Max() > Narrowest)
            widths[Array.IndexOf(widths, widths.Max())]--;
        yield return Row(header, widths);
        yield return string.Join(Gap, widths.Select(column => new string('─', column)));
        foreach (var row in rows)
            yield return Row(row, widths);
    }

    private static string Row(IReadOnlyList<string> cells, int[] widths) =>
        string.Join(Gap, cells.Select((cell, column) => Fit(cell, widths[column]))).TrimEnd();

    private static string Fit(string cell, int width)
    {
        var text = cell;
        for (var most = width; TextWidth.Of(text) > width; most--)
            text = SafeText.Shorten(cell, Math.Max(1, most - 1));
        return text + new string(' ', Math.Max(0, width - TextWidth.Of(text)));
    }
}
