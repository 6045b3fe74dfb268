using System.Globalization;
using System.Text;

namespace CohortBot.Reports.Export;

/// <summary>
/// A table as CSV by RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180): commas, lines that end with CRLF, quotes doubled. A text that a spreadsheet
/// would run as a formula gets an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection): names are chosen by members.
/// </summary>
internal static class CsvFile
{
    private const string LineEnd = "\r\n";

    /// <summary>The file's text.</summary>
    public static string Write(ExportTable table)
    {
        var text = new StringBuilder();
        AppendLine(text, table.Columns);
        foreach (var row in table.Rows)
            AppendLine(text, row);
        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, IEnumerable<object?> cells) => text.AppendJoin(',', cells.Select(Cell)).Append(LineEnd);

    private static string Cell(object? value) => value switch
    {
        null => "",
        string words => Quote(Tame(words)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot stand in a table.", nameof(value)),
    };

    private static string Tame(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠' ? $"'{text}" : text;

    private static string Quote(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
