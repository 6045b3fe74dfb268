using System.Text;
using System.Text.Json.Nodes;
using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering.Slack;

/// <summary>Slack's two kinds of short text, and how long texts are (https://docs.slack.dev/reference/block-kit/composition-objects/text-object).</summary>
internal static class SlackText
{
    /// <summary>Characters of a text object.</summary>
    public const int LongestSmallPrint = 3000;

    /// <summary>Words without any look.</summary>
    public static JsonObject Plain(string text) => new()
    {
        ["type"] = "plain_text",
        ["text"] = MarkdownDialect.Slack.WithoutMentions(SafeText.Clean(text)),
        ["emoji"] = false,
    };

    /// <summary>Small print: plain where it has no look, else Slack's own markup.</summary>
    public static JsonObject SmallPrint(IReadOnlyList<Run> runs) =>
        runs.All(run => run is { IsBold: false, IsItalic: false, IsCode: false, Url: null })
            ? Plain(Prose.Text(runs))
            : new JsonObject { ["type"] = "mrkdwn", ["text"] = string.Concat(Prose.Merge(runs).Select(Markup)) };

    /// <summary><c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> as entities, and no mentions (https://docs.slack.dev/messaging/formatting-message-text#escaping).</summary>
    public static string Escape(string text) => MarkdownDialect.Slack.WithoutMentions(SafeText.Clean(text))
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Whether a block is small print.</summary>
    public static bool IsContext(JsonNode? block) => (string?)block?["type"] == "context";

    /// <summary>Characters of every text in blocks.</summary>
    public static int Length(JsonNode? node) => node switch
    {
        JsonArray array => array.Sum(Length),
        JsonObject thing => thing.Sum(member => member is { Key: "text", Value: JsonValue text } ? ((string?)text ?? "").Length : Length(member.Value)),
        _ => 0,
    };

    // There is no escape for stars and ticks in this markup: a gap after them keeps them from being read in pairs.
    private static string Markup(Run run)
    {
        var words = new StringBuilder();
        foreach (var letter in Escape(run.Text.Trim()))
        {
            words.Append(letter);
            if (letter is '*' or '_' or '~' or '`')
                words.Append(MarkdownEscape.Gap);
        }

        if (words.Length == 0)
            return " ";
        var text = (run.IsCode ? $"`{words}`" : words.ToString()).Replace('\n', ' ');
        text = run.IsItalic ? $"_{text}_" : text;
        text = run.IsBold ? $"*{text}*" : text;
        text = SafeLink.Absolute(run.Url) is { } url ? $"<{url.Replace("|", "%7C", StringComparison.Ordinal)}|{text}>" : text;
        return $"{(char.IsWhiteSpace(run.Text[0]) ? " " : "")}{text}{(char.IsWhiteSpace(run.Text[^1]) ? " " : "")}";
    }
}
