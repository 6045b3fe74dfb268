using CohortBot.Courses;

namespace CohortBot.Advisors.Cards;

/// <summary>Fills an advice that hangs on several choices: every line of the author's that fits what was chosen. It is a guess where a choice is.</summary>
internal static class PlanRule
{
    /// <summary>Fills the field.</summary>
    public static CardEntry Fill(CardInTheMaking work, CardField field)
    {
        var choices = field.With.Prepend(field.By!).Select(id => work.Entries.GetValueOrDefault(id)).OfType<CardEntry>().ToList();
        var lines = field.SaysFor([.. choices.SelectMany(choice => choice.Chosen ?? [])]).ToList();
        return CardInTheMaking.Entry(field, lines.Count == 0 ? work.Say("advisors.card_open") : string.Join('\n', lines.Select(line => SaysWithQuotes.Fill(line, work.WordsOf)))) with
        {
            IsGuess = lines.Count == 0 || choices.Exists(choice => choice.IsGuess),
        };
    }
}
