using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Rendering.Discord;
using CohortBot.Chat.Rendering.Local;
using CohortBot.Chat.Rendering.Slack;

namespace CohortBot.Chat.Rendering;

/// <summary>One part of a message as a platform will get it.</summary>
/// <param name="Document">What the part says.</param>
/// <param name="Text">What people will read, in the platform's own writing; for the local channel the words of its HTML.</param>
/// <param name="Raw">What is sent: HTML for the local channel, JSON for the others.</param>
/// <param name="Length">Characters used of the platform's limit.</param>
/// <param name="Files">The files that go with it, and what they show.</param>
public sealed record PreviewPart(Document Document, string Text, string Raw, int Length, IReadOnlyList<(string Path, string Alt)> Files);

/// <summary>What a platform will show of a message, without a connection to it.</summary>
public sealed class MessagePreview
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, MessagePreview> ByPlatform = new(StringComparer.OrdinalIgnoreCase)
    {
        ["local"] = new(PlatformLimits.Local, LocalRenderer.Fits, Local),
        ["discord"] = new(PlatformLimits.Discord, DiscordRenderer.Fits, Discord),
        ["slack"] = new(PlatformLimits.Slack, SlackRenderer.Fits, Slack),
    };

    private readonly Func<Document, bool> _fits;
    private readonly Func<Document, PreviewPart> _show;

    private MessagePreview(ChatLimits limits, Func<Document, bool> fits, Func<Document, PreviewPart> show) => (Limits, _fits, _show) = (limits, fits, show);

    /// <summary>The platforms that there are.</summary>
    public static IReadOnlyList<string> Platforms { get; } = [.. ByPlatform.Keys];

    /// <summary>What the platform can carry.</summary>
    public ChatLimits Limits { get; }

    /// <summary>The preview of a platform, or null when there is none of that name.</summary>
    public static MessagePreview? Find(string platform) => ByPlatform.GetValueOrDefault(platform);

    /// <summary>Whether a document is one message on the platform.</summary>
    public bool Fits(Document document) => _fits(document);

    /// <summary>What the platform will get of a document that is one message.</summary>
    public PreviewPart Show(Document part) => _show(part);

    /// <summary>The parts, in order.</summary>
    public IReadOnlyList<PreviewPart> Parts(Document document) => [.. DocumentSplitter.Split(document, _fits).Select(_show)];

    private static PreviewPart Local(Document part) =>
        new(part, SafeText.Clean(PlainText.Of(part)), LocalRenderer.Render(part, path => path), LocalRenderer.Length(part), [.. part.Blocks.OfType<Figure>().Select(figure => (figure.Path, figure.Alt))]);

    private static PreviewPart Discord(Document part)
    {
        var message = DiscordRenderer.Render(part);
        return new PreviewPart(part, message.Content, message.ToJson().ToJsonString(Readable), message.Content.Length, [.. message.Files.Select(file => (file.Path, file.Description))]);
    }

    private static PreviewPart Slack(Document part)
    {
        var message = SlackRenderer.Render(part);
        var text = string.Join("\n\n", message.Blocks.Where(block => (string?)block?["type"] != "actions").Select(Words));
        return new PreviewPart(part, text, message.ToJson().ToJsonString(Readable), SlackText.Length(message.Blocks), [.. message.Files.Select(file => (file.Path, file.Alt))]);
    }

    private static string Words(JsonNode? block) => (string?)block?["type"] switch
    {
        "header" => $"{block!["text"]!["text"]}",
        "context" => $"{block!["elements"]![0]!["text"]}",
        _ => $"{block?["text"]}",
    };
}
