using System.Globalization;
using CohortBot.Advisors;
using CohortBot.Advisors.Cards;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>What a member writes over in a card. Sums are made by code and cannot be written; what follows from a choice follows the new one.</summary>
internal sealed class CardEdits(CardByRules rules, TextCatalogue texts)
{
    /// <summary>The fields of a card that a member may write over.</summary>
    public static IEnumerable<CardField> Editable(Lab lab, Card card) =>
        lab.Card.Fields.Where(field => !CardByRules.IsCounted(field) && (field.Only is null || card.Find(field.Id) is not null));

    /// <summary>The new card with what the member had written over in the one before.</summary>
    public Card Keep(LabConversation conversation, Card before, Card made) =>
        Recount(conversation, [
            .. made.Entries.Select(entry => before.Find(entry.Id) is { IsEdited: true } edited ? edited : entry),
            .. before.Entries.Where(entry => entry.IsEdited && made.Find(entry.Id) is null), // of a branch that the member chose by writing
        ]);

    /// <summary>The card with new values.</summary>
    /// <exception cref="CommandException">A score is no number that the lab knows.</exception>
    public Card Apply(LabConversation conversation, Card card, IReadOnlyDictionary<string, string> changes) =>
        Recount(conversation, [.. card.Entries.Select(entry => changes.TryGetValue(entry.Id, out var value) ? Write(conversation, entry, value.Trim()) : entry)]);

    private Card Recount(LabConversation conversation, IReadOnlyList<CardEntry> entries)
    {
        var edited = entries.Where(entry => entry.IsEdited).ToList();
        var given = entries
            .Where(entry => entry.IsEdited || Field(conversation, entry) is not { Kind: CardFieldKind.Advice } advice || !edited.Exists(other => Hangs(conversation.Lab, advice, other)))
            .ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        return rules.Complete(conversation, Evidence.Of(conversation, isScripted: false), given);
    }

    private static bool Hangs(Lab lab, CardField advice, CardEntry on) =>
        advice.With.Prepend(advice.By).Any(choice => IsWithin(lab, choice, on.Id)) || advice.Says.Values.SelectMany(SaysWithQuotes.FieldsIn).Contains(on.Id);

    // Whether a choice is another one, or stays within it.
    private static bool IsWithin(Lab lab, string? choice, string other) =>
        choice == other || (lab.Card.Fields.FirstOrDefault(field => field.Id == choice) is { Kind: CardFieldKind.Choice, By: { } above } && IsWithin(lab, above, other));

    private CardEntry Write(LabConversation conversation, CardEntry entry, string value)
    {
        var written = entry with { Value = value, Because = null, Quote = null, IsGuess = false, IsEdited = true };
        return Field(conversation, entry) switch
        {
            { Kind: CardFieldKind.Score } field => Score(conversation, field, written),
            { Kind: CardFieldKind.Choice } field => written with { Chosen = Choose(field, value) ?? entry.Chosen }, // what hangs on it stays, where none is named
            _ => written,
        };
    }

    private CardEntry Score(LabConversation conversation, CardField field, CardEntry written)
    {
        var (least, most) = (field.Levels.Min(level => level.Score), field.Levels.Max(level => level.Score));
        var digits = string.Concat(written.Value.TakeWhile(char.IsAsciiDigit));
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var score) || score < least || score > most)
            throw new CommandException("labs.score_out_of_range", ("field", field.Label), ("least", least), ("most", most));
        var value = texts.In(conversation.Locale).Say("advisors.card_score", ("score", score), ("top", most));
        return written with { Score = score, Value = value, Because = field.Levels.FirstOrDefault(level => level.Score == score)?.Says };
    }

    // The options that are named, in the order of writing; a name that lies within a longer one is not meant.
    private static List<string>? Choose(CardField field, string value)
    {
        List<(int At, int Length, string Id)> named = [];
        foreach (var (name, id) in field.Options.SelectMany(option => option.Names.Append(option.Says).Append(option.Id).Select(name => (name, option.Id))).OrderByDescending(one => one.name.Length))
        {
            var at = value.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && IsWhole(value, at, name.Length) && !named.Exists(other => at < other.At + other.Length && other.At < at + name.Length))
                named.Add((at, name.Length, id));
        }

        var chosen = named.OrderBy(one => one.At).Select(one => one.Id).Distinct().Take(field.Pick).ToList();
        return chosen.Count > 0 ? chosen : null;
    }

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    private static CardField? Field(LabConversation conversation, CardEntry entry) =>
        conversation.Lab.Card.Fields.FirstOrDefault(field => field.Id == entry.Id);
}
