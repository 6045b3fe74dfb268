using System.Globalization;
using System.Text;
using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering.Local;

/// <summary>
/// A message as HTML for the local channel: a fragment of semantic elements that needs no script to be read. Every word and address
/// is encoded, so that nothing that a member or a model wrote becomes an element.
/// </summary>
public static class LocalRenderer
{
    // A page's own headings are above: its title, and the channel's name.
    private const int LevelsAbove = 2;

    /// <summary>The fragment.</summary>
    /// <param name="document">The message.</param>
    /// <param name="figureUrl">The address of a figure's file.</param>
    public static string Render(Document document, Func<string, string> figureUrl)
    {
        var html = new StringBuilder();
        foreach (var block in document.Blocks)
            Append(html, block, figureUrl);
        return html.ToString();
    }

    /// <summary>Whether a message is short enough.</summary>
    public static bool Fits(Document document) => Length(document) <= PlatformLimits.Local.MessageLength;

    /// <summary>Characters that a person sees, as UTF-16 units; what a figure's picture says is heard.</summary>
    public static int Length(Document document) =>
        PlainText.Of(new Document([.. document.Blocks.Select(block => block is Figure figure ? figure with { Alt = "" } : block)])).Trim().Length;

    private static void Append(StringBuilder html, Block block, Func<string, string> figureUrl)
    {
        switch (block)
        {
            case Heading heading:
                var tag = $"h{Math.Clamp(heading.Level + LevelsAbove, 1, 6).ToString(CultureInfo.InvariantCulture)}";
                LocalText.AppendElement(html, tag, heading.Text);
                break;
            case Paragraph paragraph:
                LocalText.AppendElement(html, "p", paragraph.Text);
                break;
            case Note note:
                LocalText.AppendElement(html, "p", note.Text, "note");
                break;
            case Quote quote:
                html.Append("<blockquote>");
                LocalText.AppendElement(html, "p", quote.Text);
                html.Append("</blockquote>");
                break;
            case Bullets list:
                AppendList(html, list);
                break;
            case Table table:
                LocalTable.Append(html, table);
                break;
            case CodeBlock code:
                html.Append(CultureInfo.InvariantCulture, $"<pre tabindex=\"0\"><code>{LocalText.Encode(code.Text)}</code></pre>");
                break;
            case Figure figure:
                AppendFigure(html, figure, figureUrl(figure.Path));
                break;
            case ButtonRow row:
                LocalButtons.Append(html, row);
                break;
            default:
                throw new ArgumentException($"The local channel does not know {block.GetType().Name}.", nameof(block));
        }
    }

    private static void AppendList(StringBuilder html, Bullets list)
    {
        var start = list.From == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" start=\"{list.From}\"");
        html.Append(list.IsNumbered ? $"<ol{start}>" : "<ul>");
        foreach (var item in list.Items)
        {
            html.Append("<li dir=\"auto\">");
            LocalText.AppendRuns(html, item.Text);
            if (item.Below.Count > 0)
                AppendList(html, new Bullets(IsNumbered: false, item.Below));
            html.Append("</li>");
        }

        html.Append(list.IsNumbered ? "</ol>" : "</ul>");
    }

    private static void AppendFigure(StringBuilder html, Figure figure, string url)
    {
        html.Append(CultureInfo.InvariantCulture, $"<figure><img src=\"{LocalText.Encode(url)}\" alt=\"{LocalText.Encode(figure.Alt)}\" loading=\"lazy\">");
        if (figure.Caption is not null)
            html.Append(CultureInfo.InvariantCulture, $"<figcaption dir=\"auto\">{LocalText.Encode(figure.Caption)}</figcaption>");
        html.Append("</figure>");
    }
}
