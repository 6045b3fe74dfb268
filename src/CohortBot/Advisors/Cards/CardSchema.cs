using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CohortBot.Courses;

namespace CohortBot.Advisors.Cards;

/// <summary>The JSON schema (draft 2020-12) of what a model answers for a card: an object a field, without the fields that code counts.</summary>
internal static class CardSchema
{
    /// <summary>How the schema is shown to a model.</summary>
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a model is asked for the field.</summary>
    public static bool IsAsked(CardField field) => !CardByRules.IsCounted(field);

    /// <summary>The schema of a card.</summary>
    public static JsonObject Of(CardShape card)
    {
        var fields = card.Fields.Where(IsAsked).ToList();
        return Object(fields.Select(field => (field.Id, (JsonNode)Of(field))), $"The card \"{card.Title}\".");
    }

    private static JsonObject Of(CardField field) => field.Kind switch
    {
        CardFieldKind.Choice => Object([("chosen", Chosen(field)), ("because", Text("Why this follows from what the member said, one sentence.")), ("quote", Quote())], About(field)),
        CardFieldKind.Score => Object([("score", Score(field)), ("because", Text("Why, one sentence.")), ("quote", Quote())], About(field)),
        CardFieldKind.Quote => Object([("quote", Quote())], About(field)),
        CardFieldKind.Advice when field.With.Count > 0 => Object([("text", Text($"The lines whose options are all chosen in {string.Join(", ", field.With.Prepend(field.By))}, each on a line of its own, with what they name, fitted to what the member said: {string.Join(" | ", field.Says.Select(says => $"{says.Key}: {says.Value}"))}"))], About(field)),
        CardFieldKind.Advice => Object([("text", Text(Advice(field)))], About(field)),
        _ => throw new InvalidOperationException($"No model is asked for a field of the kind {field.Kind}."),
    };

    private static string Advice(CardField field)
    {
        var form = field.Says.Values.SelectMany(SaysWithQuotes.FieldsIn).Any()
            ? "The text below written out in the member's voice; {…} is replaced by what they said for that field."
            : "One or two sentences for each option chosen.";
        return $"{form} They hang on the field \"{field.By}\"; by option: {string.Join(" | ", field.Says.Select(says => $"{says.Key}: {says.Value}"))}";
    }

    private static string About(CardField field)
    {
        var only = field.Only is { } where ? $"; counts only if \"{where.Choice}\" is {where.Option}, else leave its texts empty" : "";
        return $"{field.Label} ({field.Kind.ToString().ToLowerInvariant()}{only})";
    }

    private static JsonObject Chosen(CardField field) => new()
    {
        ["type"] = "array",
        ["minItems"] = Math.Min(1, field.AtLeast ?? 1),
        ["maxItems"] = field.Pick,
        ["items"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. field.Options.Select(option => (JsonNode)option.Id)]) },
        ["description"] = $"The options: {string.Join(" | ", field.Options.Select(option => $"{option.Id}: {option.Says}"))}. {(field.By is null ? $"If it is a guess: {field.Otherwise ?? "none"}" : $"Only what \"{field.By}\" has")}.",
    };

    private static JsonObject Score(CardField field) => new()
    {
        ["type"] = "integer",
        ["enum"] = new JsonArray([.. field.Levels.Select(level => (JsonNode)level.Score)]),
        ["description"] = $"The levels: {string.Join(" | ", field.Levels.Select(level => $"{level.Score}: {level.Says}"))} If it is a guess: {field.Otherwise}.",
    };

    private static JsonObject Quote() => Text("The member's exact words that it rests on, at most 30 words from one message; empty if it is a guess.");

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonObject Object(IEnumerable<(string Name, JsonNode Node)> properties, string description)
    {
        var pairs = properties.ToList();
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = description,
            ["properties"] = new JsonObject(pairs.Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Node))),
            ["required"] = new JsonArray([.. pairs.Select(pair => (JsonNode)pair.Name)]),
            ["additionalProperties"] = false,
        };
    }
}
