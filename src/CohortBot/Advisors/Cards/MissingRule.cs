using CohortBot.Courses;

namespace CohortBot.Advisors.Cards;

/// <summary>Fills a missing: for each option that was chosen, what it needs and the member has not named.</summary>
internal static class MissingRule
{
    /// <summary>Fills the field.</summary>
    public static CardEntry Fill(CardInTheMaking work, CardField field)
    {
        var chosen = work.ChosenIn(field.By);
        var there = field.Of.SelectMany(work.ChosenIn).Select(option => option.Id).ToHashSet(StringComparer.Ordinal);
        var names = work.Lab.Card.Fields.Where(other => field.Of.Contains(other.Id)).SelectMany(other => other.Options)
            .DistinctBy(option => option.Id).ToDictionary(option => option.Id, option => option.Says, StringComparer.Ordinal);
        return CardInTheMaking.Entry(field, work.SayEach(chosen, option => Say(work, field.Needs[option.Id], there, names))) with
        {
            IsGuess = chosen.Count == 0 || work.Entries[field.By!].IsGuess,
        };
    }

    private static string Say(CardInTheMaking work, IReadOnlyList<string> needs, HashSet<string> there, Dictionary<string, string> names)
    {
        var missing = needs.Where(need => !there.Contains(need)).ToList();
        return missing.Count == 0
            ? work.Say("advisors.card_missing_none", ("all", needs.Count))
            : work.Say("advisors.card_missing", ("there", needs.Count - missing.Count), ("all", needs.Count), ("missing", string.Join(", ", missing.Select(need => names[need]))));
    }
}
