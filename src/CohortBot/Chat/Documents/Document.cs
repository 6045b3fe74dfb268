using System.Text.Json;

namespace CohortBot.Chat.Documents;

/// <summary>
/// A message before any platform has shaped it: a list of blocks. Platforms render it; nothing that leaves the program is a bare
/// string, so that words from members and models can never turn into markup, mentions or links by themselves.
/// </summary>
public sealed record Document(IReadOnlyList<Block> Blocks)
{
    /// <summary>A message without content.</summary>
    public static readonly Document Empty = new([]);

    /// <summary>A message of one paragraph of plain words.</summary>
    public static Document Plain(string text) => new([new Paragraph([new Run(text)])]);

    /// <summary>This message with <paramref name="blocks"/> after it.</summary>
    public Document With(params IEnumerable<Block> blocks) => new([.. Blocks, .. blocks]);

    /// <summary>The form that the outbox keeps.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DocumentJson.Default.Document);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not a stored message.</exception>
    public static Document FromJson(string json) =>
        JsonSerializer.Deserialize(json, DocumentJson.Default.Document) ?? throw new JsonException("A stored message was empty.");
}
