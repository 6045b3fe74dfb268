using System.Text.Json;
using System.Text.Json.Nodes;
using CohortBot.Courses;

namespace CohortBot.Advisors.Cards;

/// <summary>What of a model's answer can stand on a card, and what is wrong with the rest.</summary>
internal sealed class CardReading
{
    private readonly Dictionary<string, CardEntry> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    /// <summary>The fields that can stand.</summary>
    public IReadOnlyDictionary<string, CardEntry> Entries => _entries;

    /// <summary>What is wrong, in words for the model.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Holds an answer against the card's shape and the member's words.</summary>
    public static CardReading Of(CardInTheMaking work, IReadOnlyList<string> memberWords, JsonObject? answer)
    {
        var reading = new CardReading();
        if (answer is null)
        {
            reading._problems.Add("the answer is not a JSON object");
            return reading;
        }

        foreach (var field in work.Lab.Card.Fields.Where(CardSchema.IsAsked).OrderBy(field => field.Only is not null).Where(reading.MayStand))
            reading.Add(field, answer[field.Id] is JsonObject given ? Read(work, field, new Given(given, memberWords)) : null);
        return reading;
    }

    /// <summary>This reading with what a second answer mends.</summary>
    public CardReading MendedBy(CardReading second)
    {
        foreach (var (id, entry) in second._entries)
            _entries.TryAdd(id, entry);
        return this;
    }

    // Where the choice could not be read, the rules make it, and what hangs on it is better read than missed.
    private bool MayStand(CardField field) =>
        field.Only is null || _entries.GetValueOrDefault(field.Only.Choice)?.Chosen?.Contains(field.Only.Option) != false;

    private static CardEntry? Read(CardInTheMaking work, CardField field, Given given) => field.Kind switch
    {
        CardFieldKind.Choice => Choice(work, field, given),
        CardFieldKind.Score => Score(work, field, given),
        CardFieldKind.Quote => given.Quote is { } quote ? CardInTheMaking.Entry(field, quote) with { Quote = quote } : null,
        CardFieldKind.Advice => given.Text("text") is { Length: > 0 } text ? CardInTheMaking.Entry(field, text) : null,
        _ => null,
    };

    private static CardEntry? Choice(CardInTheMaking work, CardField field, Given given)
    {
        var options = given.List("chosen").Select(id => field.Options.FirstOrDefault(option => option.Id == id)).ToList();
        if (options.Count == 0 && field.AtLeast == 0)
            return ChoiceRule.Entry(work, field, []);
        if (options.Count == 0 || options.Count > field.Pick || options.Contains(null) || given.Quote is not { } quote)
            return null;
        var entry = ChoiceRule.Entry(work, field, [.. options.OfType<CardOption>().Distinct()]);
        return entry with { Quote = quote, Because = given.Text("because") is { Length: > 0 } because ? because : entry.Because };
    }

    private static CardEntry? Score(CardInTheMaking work, CardField field, Given given)
    {
        var level = field.Levels.FirstOrDefault(candidate => candidate.Score == given.Number("score"));
        if (level is null || given.Quote is not { } quote)
            return null;
        var entry = ScoreRule.Entry(work, field, level);
        return entry with { Quote = quote, Because = given.Text("because") is { Length: > 0 } because ? because : entry.Because };
    }

    private void Add(CardField field, CardEntry? entry)
    {
        if (entry is null)
            _problems.Add($"the field \"{field.Id}\" is missing, or has a value that the schema does not allow, or its quote is not the member's exact words about what they do");
        else
            _entries[field.Id] = entry;
    }

    private sealed record Given(JsonObject Fields, IReadOnlyList<string> MemberWords)
    {
        // A quote counts if it is said letter by letter and is no claim about ratings and no order to the advisor.
        public string? Quote =>
            Text("quote") is { Length: > 0 and <= CardByRules.LongestQuote } quote
            && MemberWords.Any(words => words.Contains(quote, StringComparison.Ordinal))
            && Claims.EvidenceIn(quote) is not null
                ? quote
                : null;

        public string? Text(string name) => (Fields[name] as JsonValue)?.TryGetValue(out string? text) == true ? text?.Trim() : null;

        public int? Number(string name) =>
            Fields[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out int number) ? number : null;

        public IEnumerable<string?> List(string name) =>
            Fields[name] is JsonArray list ? list.Select(item => (item as JsonValue)?.TryGetValue(out string? text) == true ? text : null) : [];
    }
}
