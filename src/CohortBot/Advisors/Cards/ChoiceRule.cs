using CohortBot.Courses;

namespace CohortBot.Advisors.Cards;

/// <summary>Fills a choice: the options whose cues the member said most often and did not deny.</summary>
internal static class ChoiceRule
{
    // Of sentences that speak for the same option, the fuller one is quoted.
    private const double Detail = 0.2;

    /// <summary>Fills the field.</summary>
    public static CardEntry Fill(CardInTheMaking work, CardField field)
    {
        var hits = Find(work.Evidence.From(field.From), field.Options);
        var chosen = hits.GroupBy(hit => hit.Option)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => IndexOf(field, group.Key)).Take(field.Pick).ToList();
        var best = chosen.FirstOrDefault()?.GroupBy(hit => hit.Statement).MaxBy(group => group.Count() + Detail * group.Key.Weight);
        return Entry(work, field, [.. chosen.Select(group => group.Key)]) with { Quote = best is null ? null : Sentences.Around(best.Key.Text, best.First().At, CardByRules.LongestQuote) };
    }

    /// <summary>The entry for options that were chosen, filled up with the author's usual one where there are too few.</summary>
    public static CardEntry Entry(CardInTheMaking work, CardField field, IReadOnlyList<CardOption> chosen)
    {
        var spare = chosen.Count < field.Pick ? field.Options.FirstOrDefault(option => option.Id == field.Otherwise && !chosen.Contains(option)) : null;
        IReadOnlyList<CardOption> all = spare is null ? chosen : [.. chosen, spare];
        return CardInTheMaking.Entry(field, all.Count == 0 ? work.Say("advisors.card_open") : string.Join(", ", all.Select(option => option.Says))) with
        {
            Because = Because(work, chosen, spare),
            Chosen = [.. all.Select(option => option.Id)],
            IsGuess = chosen.Count == 0,
        };
    }

    private static string Because(CardInTheMaking work, IReadOnlyList<CardOption> chosen, CardOption? spare)
    {
        if (chosen.Count == 0)
            return work.Say("advisors.card_guess");
        var reasons = chosen.Count == 1 && spare is null ? chosen.Select(option => option.Because) : chosen.Select(option => $"{option.Says}: {option.Because}");
        return string.Join(' ', spare is null ? reasons : reasons.Append(work.Say("advisors.card_spare", ("option", spare.Says))));
    }

    private static List<(CardOption Option, Statement Statement, int At)> Find(IReadOnlyList<Statement> statements, IReadOnlyList<CardOption> options)
    {
        List<(CardOption Option, Statement Statement, int At)> found = [];
        foreach (var statement in statements)
        {
            var hits = options.SelectMany(option => Cues.In(statement.Text, option.Cues).Select(hit => (Option: option, Hit: hit))).ToList();
            found.AddRange(hits.Where(hit => !hit.Hit.IsNegated && !hits.Exists(other => other.Option != hit.Option && other.Hit.Hides(hit.Hit)))
                .DistinctBy(hit => (hit.Option, hit.Hit.Cue)).Select(hit => (hit.Option, statement, hit.Hit.At)));
        }

        return found;
    }

    private static int IndexOf(CardField field, CardOption option) => field.Options.TakeWhile(candidate => candidate != option).Count();
}
