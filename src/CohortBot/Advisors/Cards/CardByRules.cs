using System.Globalization;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Advisors.Cards;

/// <summary>Makes a card by the rules that the lab's author wrote, from the member's words alone. The same words make the same card.</summary>
internal sealed class CardByRules(TextCatalogue texts)
{
    /// <summary>Letters of a quote on a card, at most.</summary>
    public const int LongestQuote = 200;

    /// <summary>Makes the card.</summary>
    /// <param name="talk">The whole conversation; what it leaves out cannot count.</param>
    /// <param name="isScripted">Whether the offline advisor led it.</param>
    public Card Make(LabConversation talk, bool isScripted) => Complete(talk, Evidence.Of(talk, isScripted), new Dictionary<string, CardEntry>(StringComparer.Ordinal));

    /// <summary>Makes the fields that are not there yet, and those that follow from others always.</summary>
    public Card Complete(LabConversation talk, Evidence evidence, IReadOnlyDictionary<string, CardEntry> given)
    {
        var work = new CardInTheMaking(talk.Lab, evidence, texts.In(talk.Locale));
        foreach (var field in talk.Lab.Card.Fields.OrderBy(Turn).Where(work.Belongs))
            work.Put(given.TryGetValue(field.Id, out var entry) && Stands(work, field, entry) ? entry : Fill(work, field));
        return new Card(talk.Lab.Id, talk.Lab.Card.Title, [.. talk.Lab.Card.Fields.Select(field => work.Entries.GetValueOrDefault(field.Id)).OfType<CardEntry>()]);
    }

    /// <summary>Whether code alone fills a field, whatever a model or the member says.</summary>
    public static bool IsCounted(CardField field) => field.Kind is CardFieldKind.Sum or CardFieldKind.Lowest or CardFieldKind.Missing;

    // A choice within another is made anew when the other does not have it any more, unless the member wrote it.
    private static bool Stands(CardInTheMaking work, CardField field, CardEntry entry) => !IsCounted(field)
        && (field.Kind != CardFieldKind.Choice || field.By is null || entry.IsEdited || entry.Chosen?.Except(work.Entries.GetValueOrDefault(field.By)?.Chosen ?? []).Any() == false);

    // What hangs on other fields comes after them.
    private static int Turn(CardField field) => IsCounted(field) || field.Kind == CardFieldKind.Advice ? 2 : field.Only is null ? 0 : 1;

    private static CardEntry Fill(CardInTheMaking work, CardField field) => field.Kind switch
    {
        CardFieldKind.Choice => ChoiceRule.Fill(work, field),
        CardFieldKind.Quote => QuoteRule.Fill(work, field),
        CardFieldKind.Advice when field.With.Count > 0 => PlanRule.Fill(work, field),
        CardFieldKind.Advice => Advice(work, field),
        CardFieldKind.Score => ScoreRule.Fill(work, field),
        CardFieldKind.Sum => Sum(work, field),
        CardFieldKind.Lowest => Lowest(work, field),
        CardFieldKind.Missing => MissingRule.Fill(work, field),
        _ => throw new InvalidOperationException($"No rule fills a field of the kind {field.Kind}."),
    };

    private static CardEntry Advice(CardInTheMaking work, CardField field)
    {
        var chosen = work.ChosenIn(field.By).Where(option => field.Says.ContainsKey(option.Id)).ToList();
        return CardInTheMaking.Entry(field, work.SayEach(chosen, option => SaysWithQuotes.Fill(field.Says[option.Id], work.WordsOf))) with { IsGuess = chosen.Count == 0 || work.Entries[field.By!].IsGuess };
    }

    private static CardEntry Sum(CardInTheMaking work, CardField field)
    {
        var parts = work.Scores(field);
        var sum = parts.Sum(part => part.Score!.Value);
        return CardInTheMaking.Entry(field, sum.ToString(CultureInfo.InvariantCulture)) with { Score = sum, IsGuess = parts.Any(part => part.IsGuess) };
    }

    // Among equals the one that rests on the member's words comes first.
    private static CardEntry Lowest(CardInTheMaking work, CardField field)
    {
        var lowest = work.Scores(field).OrderBy(part => part.Score).ThenBy(part => part.IsGuess).FirstOrDefault();
        if (lowest is null)
            return CardInTheMaking.Entry(field, work.Say("advisors.card_open")) with { IsGuess = true };
        return CardInTheMaking.Entry(field, field.Says.GetValueOrDefault(lowest.Id, lowest.Label)) with
        {
            Because = work.Say("advisors.card_lowest", ("label", lowest.Label), ("value", lowest.Value)),
            Chosen = [lowest.Id],
            IsGuess = lowest.IsGuess,
        };
    }
}
