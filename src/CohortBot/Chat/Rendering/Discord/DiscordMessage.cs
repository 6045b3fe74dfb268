using System.Text.Json.Nodes;

namespace CohortBot.Chat.Rendering.Discord;

/// <summary>A message as Discord takes it.</summary>
/// <param name="Content">Its Markdown.</param>
/// <param name="Files">Files that go with it; Discord shows them under the words.</param>
/// <param name="Rows">Rows of buttons.</param>
public sealed record DiscordMessage(string Content, IReadOnlyList<DiscordFile> Files, IReadOnlyList<IReadOnlyList<DiscordButton>> Rows)
{
    private const int SuppressEmbeds = 1 << 2;

    /// <summary>
    /// The body of https://discord.com/developers/docs/resources/message#create-message without files' bytes and nonce. It mentions nobody
    /// and shows no previews of links.
    /// </summary>
    public JsonObject ToJson() => new()
    {
        ["content"] = Content,
        ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        ["flags"] = SuppressEmbeds,
        ["components"] = new JsonArray([.. Rows.Select(Row)]),
        ["attachments"] = new JsonArray([.. Files.Select((file, index) => (JsonNode)new JsonObject { ["id"] = index, ["filename"] = file.Name, ["description"] = file.Description })]),
    };

    private static JsonNode Row(IReadOnlyList<DiscordButton> buttons) =>
        new JsonObject { ["type"] = 1, ["components"] = new JsonArray([.. buttons.Select(Button)]) };

    private static JsonNode Button(DiscordButton button)
    {
        var json = new JsonObject { ["type"] = 2, ["style"] = (int)button.Style, ["label"] = button.Label };
        json[button.Url is null ? "custom_id" : "url"] = button.Url ?? button.CustomId;
        return json;
    }
}

/// <summary>A file that goes with a message.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its name on Discord, unique in the message.</param>
/// <param name="Description">What is to be seen, at most 1,024 characters.</param>
public sealed record DiscordFile(string Path, string Name, string Description);

/// <summary>A button; it has a URL or a custom id, and a label of at most 80 characters.</summary>
public sealed record DiscordButton(string Label, DiscordButtonStyle Style, string CustomId, string? Url);

/// <summary>https://discord.com/developers/docs/components/reference#button-button-styles.</summary>
public enum DiscordButtonStyle
{
    /// <summary>What most people will want to press.</summary>
    Primary = 1,

    /// <summary>One choice among others.</summary>
    Secondary = 2,

    /// <summary>Something that cannot be taken back.</summary>
    Danger = 4,

    /// <summary>Leads to an address.</summary>
    Link = 5,
}
