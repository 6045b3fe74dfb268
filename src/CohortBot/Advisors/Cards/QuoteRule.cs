using CohortBot.Courses;

namespace CohortBot.Advisors.Cards;

/// <summary>Fills a quote: the member's most telling sentence for its topics that no other quote has taken.</summary>
internal static class QuoteRule
{
    /// <summary>Fills the field.</summary>
    public static CardEntry Fill(CardInTheMaking work, CardField field)
    {
        var quote = work.Evidence.OnlyFrom(field.From).OrderByDescending(statement => statement.Weight)
            .Select(statement => Sentences.Cut(statement.Text, CardByRules.LongestQuote)).FirstOrDefault(words => !work.IsQuoted(words));
        return quote is null
            ? CardInTheMaking.Entry(field, work.Say("advisors.card_open")) with { IsGuess = true }
            : CardInTheMaking.Entry(field, quote) with { Quote = quote };
    }
}
