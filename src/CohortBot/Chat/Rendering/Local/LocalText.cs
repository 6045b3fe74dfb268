using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering.Local;

/// <summary>Words as HTML.</summary>
internal static class LocalText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text that can stand between tags and in quoted attributes.</summary>
    public static string Encode(string text) => Encoder.Encode(SafeText.Clean(text.ReplaceLineEndings("\n"))).Replace("&#xA;", "\n", StringComparison.Ordinal);

    /// <summary>An element with words; their direction is their own.</summary>
    public static void AppendElement(StringBuilder html, string tag, IReadOnlyList<Run> runs, string? style = null)
    {
        html.Append(CultureInfo.InvariantCulture, $"<{tag}{(style is null ? "" : $" class=\"{style}\"")} dir=\"auto\">");
        AppendRuns(html, runs);
        html.Append(CultureInfo.InvariantCulture, $"</{tag}>");
    }

    /// <summary>Words with their look; a newline is a line break.</summary>
    public static void AppendRuns(StringBuilder html, IReadOnlyList<Run> runs)
    {
        foreach (var run in Prose.Merge(runs))
        {
            var text = Encode(run.Text).Replace("\n", "<br>", StringComparison.Ordinal);
            if (run.IsCode)
                text = $"<code>{text}</code>";
            if (run.IsItalic)
                text = $"<em>{text}</em>";
            if (run.IsBold)
                text = $"<strong>{text}</strong>";
            html.Append(SafeLink.OnPage(run.Url) is { } url ? $"<a href=\"{Encode(url)}\"{LinkWay(url)}>{text}</a>" : text);
        }
    }

    /// <summary>How a link opens: another site beside the conversation, a page of ours in its place.</summary>
    public static string LinkWay(string url) => SafeLink.Absolute(url) is null ? "" : " target=\"_blank\" rel=\"noopener\"";
}
