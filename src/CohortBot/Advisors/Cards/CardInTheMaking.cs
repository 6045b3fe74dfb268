using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Advisors.Cards;

/// <summary>A card while its fields are filled one after another.</summary>
internal sealed class CardInTheMaking(Lab lab, Evidence evidence, Wording wording)
{
    private readonly Dictionary<string, CardEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>The lab.</summary>
    public Lab Lab => lab;

    /// <summary>What the member said.</summary>
    public Evidence Evidence => evidence;

    /// <summary>The fields that are filled.</summary>
    public IReadOnlyDictionary<string, CardEntry> Entries => _entries;

    /// <summary>Whether a quote field has these words already.</summary>
    public bool IsQuoted(string words) => Lab.Card.Fields.Any(field => field.Kind == CardFieldKind.Quote && _entries.GetValueOrDefault(field.Id)?.Quote == words);

    /// <summary>Whether the field belongs on this card, as its choices have come out.</summary>
    public bool Belongs(CardField field) =>
        field.Only is null || _entries.GetValueOrDefault(field.Only.Choice)?.Chosen?.Contains(field.Only.Option) == true;

    /// <summary>What a field holds for a sentence around it; in brackets what the member still has to say.</summary>
    public string WordsOf(string field) =>
        _entries.GetValueOrDefault(field) is { IsGuess: false } entry ? entry.Value : $"[{Lab.Card.Fields.FirstOrDefault(other => other.Id == field)?.Label}]";

    /// <summary>Puts a filled field on the card.</summary>
    public void Put(CardEntry entry) => _entries[entry.Id] = entry;

    /// <summary>A field with what it says.</summary>
    public static CardEntry Entry(CardField field, string value) => new() { Id = field.Id, Label = field.Label, Value = value };

    /// <summary>The scores that a field counts over.</summary>
    public IReadOnlyList<CardEntry> Scores(CardField field) =>
        [.. field.Of.Select(id => _entries.GetValueOrDefault(id)).OfType<CardEntry>().Where(entry => entry.Score is not null)];

    /// <summary>The options that a choice took.</summary>
    public IReadOnlyList<CardOption> ChosenIn(string? choice) =>
        [.. (_entries.GetValueOrDefault(choice ?? "")?.Chosen ?? []).Select(id => Lab.Card.Fields.First(field => field.Id == choice).Options.FirstOrDefault(option => option.Id == id)).OfType<CardOption>()];

    /// <summary>What is said of one option, or of several below each other with their names; that it is open where there is none.</summary>
    public string SayEach(IReadOnlyList<CardOption> options, Func<CardOption, string> text) => options switch
    {
        [] => Say("advisors.card_open"),
        [var one] => text(one),
        _ => string.Concat(options.Select(option => "\n" + Say("advisors.card_each", ("option", option.Says), ("text", text(option))))),
    };

    /// <summary>A sentence in the member's language.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => wording.Say(key, values);
}
