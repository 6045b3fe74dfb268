using System.Globalization;
using System.Text.Json.Nodes;
using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering.Slack;

/// <summary>Buttons as Slack takes them (https://docs.slack.dev/reference/block-kit/block-elements/button-element).</summary>
internal static class SlackButtons
{
    private const int MostInBlock = 25;
    private const int LongestLabel = 75;
    private const int LongestValue = 2000;
    private const int LongestUrl = 3000;

    /// <summary>The blocks of a row; a pressed button comes back with its command as <c>value</c>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="before">Buttons before it in the message; a button's id is its number, which is unique there.</param>
    public static IEnumerable<JsonNode> Write(ButtonRow row, int before) =>
        row.Buttons.Select((button, index) => Make(button, before + index + 1)).Chunk(MostInBlock)
            .Select(buttons => new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray(buttons) });

    private static JsonObject Make(Button button, int number)
    {
        var label = MarkdownDialect.Slack.WithoutMentions(button.Label.ReplaceLineEndings(" ").Trim() is { Length: > 0 } text ? text : "…");
        var json = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = string.Create(CultureInfo.InvariantCulture, $"press-{number}"),
            ["text"] = SlackText.Plain(SafeText.Shorten(label, LongestLabel)),
        };
        if (button.Look != ButtonLook.Plain)
            json["style"] = button.Look == ButtonLook.Danger ? "danger" : "primary";
        if (button.Url is null)
            json["value"] = button.Action.Length <= LongestValue ? button.Action : throw new ArgumentException($"A button's command must have at most {LongestValue} characters.", nameof(button));
        else
            json["url"] = SafeLink.Absolute(button.Url) is { Length: <= LongestUrl } url ? url : throw new ArgumentException($"A button's address must be a web address: '{button.Url}'.", nameof(button));
        return json;
    }
}
