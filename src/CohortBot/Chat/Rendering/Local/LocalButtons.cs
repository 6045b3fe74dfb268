using System.Globalization;
using System.Text;
using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering.Local;

/// <summary>Buttons of the local channel. A page's script sends a button's <c>data-action</c>, which is a command's line.</summary>
internal static class LocalButtons
{
    /// <summary>Adds the row.</summary>
    public static void Append(StringBuilder html, ButtonRow row)
    {
        html.Append("<div class=\"buttons\">");
        foreach (var button in row.Buttons)
            Append(html, button);
        html.Append("</div>");
    }

    private static void Append(StringBuilder html, Button button)
    {
        var (style, label) = (Style(button.Look), LocalText.Encode(button.Label));
        if (button.Url is null)
            html.Append(CultureInfo.InvariantCulture, $"<button type=\"button\" class=\"{style}\" data-action=\"{LocalText.Encode(button.Action)}\">{label}</button>");
        else if (SafeLink.OnPage(button.Url) is { } url)
            html.Append(CultureInfo.InvariantCulture, $"<a class=\"{style}\" href=\"{LocalText.Encode(url)}\"{LocalText.LinkWay(url)}>{label}</a>");
        else
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"{style}\">{label}</span>");
    }

    private static string Style(ButtonLook look) => look switch
    {
        ButtonLook.Primary => "button primary",
        ButtonLook.Danger => "button danger",
        _ => "button",
    };
}
