using System.Text.Json.Nodes;

namespace CohortBot.Chat.Rendering.Slack;

/// <summary>A message as Slack takes it.</summary>
/// <param name="Text">What notifications and screen readers say instead of the blocks, at most 4,000 characters.</param>
/// <param name="Blocks">Its blocks (https://docs.slack.dev/reference/block-kit/blocks).</param>
/// <param name="Files">Files that go with it; Slack shows them as messages of their own.</param>
public sealed record SlackMessage(string Text, JsonArray Blocks, IReadOnlyList<SlackFile> Files)
{
    /// <summary>The arguments of https://docs.slack.dev/reference/methods/chat.postMessage without channel and metadata.</summary>
    public JsonObject ToJson() => new()
    {
        ["text"] = Text,
        ["blocks"] = Blocks.DeepClone(),
        ["unfurl_links"] = false,
        ["unfurl_media"] = false,
    };
}

/// <summary>A file that goes with a message.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Alt">What is to be seen.</param>
public sealed record SlackFile(string Path, string Title, string Alt);
