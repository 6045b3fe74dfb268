using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CohortBot.Chat.Documents;

/// <summary>Finds a person's name in a stored message, as a word of its own, and takes it out.</summary>
public static class NameInDocument
{
    /// <summary>What stands where the name stood.</summary>
    public const string Blank = "…";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Whether the stored message names the person.</summary>
    public static bool Is(string json, string name) => JsonNode.Parse(json) is { } message && Change(message, Word(name));

    /// <summary>The stored message without the name.</summary>
    public static string Forget(string json, string name)
    {
        var message = JsonNode.Parse(json) ?? throw new JsonException("A stored message was empty.");
        Change(message, Word(name));
        return message.ToJsonString();
    }

    private static Regex Word(string name) =>
        new($@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(name)}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

    private static bool Change(JsonNode node, Regex name) => node switch
    {
        // "$type" says what a block is; every other text may have come from somebody.
        JsonObject parts => parts.Where(part => !part.Key.StartsWith('$')).ToList().Aggregate(
            false, (isChanged, part) => Change(part.Value, name, text => parts[part.Key] = text) || isChanged),
        JsonArray items => items.Index().ToList().Aggregate(
            false, (isChanged, item) => Change(item.Item, name, text => items[item.Index] = text) || isChanged),
        _ => false,
    };

    private static bool Change(JsonNode? node, Regex name, Action<string> replace)
    {
        if (node is not JsonValue value)
            return node is not null && Change(node, name);
        if (!value.TryGetValue<string>(out var text) || !name.IsMatch(text))
            return false;
        replace(name.Replace(text, Blank));
        return true;
    }
}
