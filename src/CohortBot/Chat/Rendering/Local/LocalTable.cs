using System.Globalization;
using System.Text;
using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering.Local;

/// <summary>
/// A table that scrolls sideways on a narrow screen. Its frame takes the keyboard's focus and is called by the column names. It is a
/// group and no landmark: a lesson with four tables would otherwise drown the page's own landmarks.
/// </summary>
internal static class LocalTable
{
    /// <summary>Adds the table.</summary>
    public static void Append(StringBuilder html, Table table)
    {
        var label = string.Join(", ", table.Header.Select(cell => Prose.Text(cell).Trim()).Where(text => text.Length > 0));
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{LocalText.Encode(label)}\"><table><thead><tr>");
        foreach (var cell in table.Header)
            AppendCell(html, "th scope=\"col\"", cell);
        html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
                AppendCell(html, "td", cell);
            html.Append("</tr>");
        }

        html.Append("</tbody></table></div>");
    }

    private static void AppendCell(StringBuilder html, string tag, IReadOnlyList<Run> cell)
    {
        html.Append(CultureInfo.InvariantCulture, $"<{tag} dir=\"auto\">");
        LocalText.AppendRuns(html, cell);
        html.Append(CultureInfo.InvariantCulture, $"</{tag[..2]}>");
    }
}
