using CohortBot.Courses;

namespace CohortBot.Advisors.Cards;

/// <summary>
/// Fills a choice: the options that the member named, in the order of naming, then those whose cues they said most often; none that they
/// denied.
/// </summary>
internal static class ChoiceRule
{
    // Of sentences that speak for the same option, the fuller one is quoted.
    private const double Detail = 0.2;

    /// <summary>Fills the field.</summary>
    public static CardEntry Fill(CardInTheMaking work, CardField field)
    {
        var chosen = Rank(Find(work.Evidence.From(field.From), Allowed(work, field)).Where(hit => !hit.IsWish || !IsCountedOver(work, field)), field);
        var best = chosen.FirstOrDefault()?.GroupBy(hit => hit.Statement).MaxBy(group => group.Count() + Detail * group.Key.Weight);
        return Entry(work, field, [.. chosen.Select(group => group.Key)]) with { Quote = best is null ? null : Sentences.Around(best.Key.Text, best.First().At, CardByRules.LongestQuote) };
    }

    /// <summary>The ids of the options that the field is filled with.</summary>
    public static IEnumerable<string> Chosen(Evidence evidence, CardField field) =>
        Rank(Find(evidence.From(field.From), field.Options), field).Select(group => group.Key.Id).Append(field.Otherwise ?? "").Distinct().Take(field.Pick);

    /// <summary>The entry for options that were chosen, filled up with the author's usual one where there are too few.</summary>
    public static CardEntry Entry(CardInTheMaking work, CardField field, IReadOnlyList<CardOption> chosen)
    {
        var spare = chosen.Count < (field.AtLeast ?? field.Pick) ? Spare(work, field, chosen) : null;
        IReadOnlyList<CardOption> all = spare is null ? chosen : [.. chosen, spare];
        return CardInTheMaking.Entry(field, all.Count == 0 ? work.Say("advisors.card_open") : string.Join(", ", all.Select(option => option.Says))) with
        {
            Because = Because(work, chosen, spare),
            Chosen = [.. all.Select(option => option.Id)],
            IsGuess = chosen.Count == 0,
        };
    }

    // Within another choice, what was chosen there first stands until the member decides.
    private static CardOption? Spare(CardInTheMaking work, CardField field, IReadOnlyList<CardOption> chosen)
    {
        var otherwise = field.By is null ? field.Otherwise : Above(work, field) is [var first, ..] ? first : null;
        return field.Options.FirstOrDefault(option => option.Id == otherwise && !chosen.Contains(option));
    }

    private static IReadOnlyList<CardOption> Allowed(CardInTheMaking work, CardField field) =>
        field.By is null ? field.Options : [.. field.Options.Where(option => Above(work, field).Contains(option.Id))];

    private static IReadOnlyList<string> Above(CardInTheMaking work, CardField field) => work.Entries.GetValueOrDefault(field.By!)?.Chosen ?? [];

    private static string Because(CardInTheMaking work, IReadOnlyList<CardOption> chosen, CardOption? spare)
    {
        if (chosen.Count == 0)
            return work.Say("advisors.card_guess");
        var reasons = chosen.Count == 1 && spare is null ? chosen.Select(option => option.Because) : chosen.Select(option => $"{option.Says}: {option.Because}");
        return string.Join(' ', spare is null ? reasons : reasons.Append(work.Say("advisors.card_spare", ("option", spare.Says))));
    }

    // What a missing counts as there was done; a wish is still missing.
    private static bool IsCountedOver(CardInTheMaking work, CardField field) =>
        work.Lab.Card.Fields.Any(other => other.Kind == CardFieldKind.Missing && other.Of.Contains(field.Id));

    // The named ones first, in the order in which they were named.
    private static List<IGrouping<CardOption, Hit>> Rank(IEnumerable<Hit> hits, CardField field) =>
    [
        .. hits.GroupBy(hit => hit.Option).OrderBy(group => group.Min(hit => hit.Named)).ThenByDescending(group => group.Count())
            .ThenBy(group => IndexOf(field, group.Key)).Take(field.Pick),
    ];

    private static List<Hit> Find(IReadOnlyList<Statement> statements, IReadOnlyList<CardOption> options)
    {
        List<Hit> found = [];
        var before = 0;
        foreach (var statement in statements)
        {
            var hits = options.SelectMany(option => Cues.In(statement.Text, Cues.Of(option)).Select(hit => (Option: option, Hit: hit))).ToList();
            found.AddRange(hits.Where(hit => !hit.Hit.IsNegated && !hits.Exists(other => other.Option != hit.Option && other.Hit.Hides(hit.Hit)))
                .DistinctBy(hit => (hit.Option, hit.Hit.Cue))
                .Select(hit => new Hit(hit.Option, statement, hit.Hit.At, hit.Hit.IsWish, hit.Option.Names.Contains(hit.Hit.Cue, StringComparer.OrdinalIgnoreCase) ? before + hit.Hit.At : int.MaxValue)));
            before += statement.Text.Length;
        }

        return found;
    }

    private static int IndexOf(CardField field, CardOption option) => field.Options.TakeWhile(candidate => candidate != option).Count();

    // Named is the place of a name in all that was said, and beyond all places for a cue.
    private sealed record Hit(CardOption Option, Statement Statement, int At, bool IsWish, int Named);
}
