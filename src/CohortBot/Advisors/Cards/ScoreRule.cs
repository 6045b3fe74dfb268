using System.Globalization;
using CohortBot.Courses;

namespace CohortBot.Advisors.Cards;

/// <summary>
/// Fills a score: the level most of whose cues the member said of things done. What is wished for or only planned does not count, and
/// what is denied speaks for the lowest level.
/// </summary>
internal static class ScoreRule
{
    // One thing that was done outweighs one that was not.
    private const double Denied = 0.5;

    /// <summary>Fills the field.</summary>
    public static CardEntry Fill(CardInTheMaking work, CardField field)
    {
        var best = work.Evidence.OnlyFrom(field.From).SelectMany(statement => Read(statement, field.Levels)).GroupBy(hit => hit.Level)
            .OrderByDescending(group => group.Sum(hit => hit.Weight)).ThenByDescending(group => group.Key.Score).FirstOrDefault();
        if (best is null)
            return Guess(work, field);
        var telling = best.GroupBy(hit => hit.Statement).MaxBy(group => group.Sum(hit => hit.Weight))!;
        return Entry(work, field, best.Key) with { Quote = Sentences.Around(telling.Key.Text, telling.First().At, CardByRules.LongestQuote) };
    }

    /// <summary>The entry for a level that was found.</summary>
    public static CardEntry Entry(CardInTheMaking work, CardField field, CardLevel level) =>
        Entry(work, field, level.Score) with { Because = level.Says };

    private static CardEntry Guess(CardInTheMaking work, CardField field)
    {
        var score = int.TryParse(field.Otherwise, NumberStyles.None, CultureInfo.InvariantCulture, out var otherwise) ? otherwise : field.Levels.Min(level => level.Score);
        return Entry(work, field, score) with { Because = work.Say("advisors.card_guess"), IsGuess = true };
    }

    private static CardEntry Entry(CardInTheMaking work, CardField field, int score) =>
        CardInTheMaking.Entry(field, work.Say("advisors.card_score", ("score", score), ("top", field.Levels.Max(level => level.Score)))) with { Score = score };

    private static IEnumerable<(CardLevel Level, Statement Statement, double Weight, int At)> Read(Statement statement, IReadOnlyList<CardLevel> levels)
    {
        var hits = levels.SelectMany(level => Cues.In(statement.Text, level.Cues).Select(hit => (Level: level, Hit: hit))).ToList();
        var meant = hits.Where(hit => !hit.Hit.IsWish && !hits.Exists(other => other.Hit.Hides(hit.Hit))).DistinctBy(hit => (hit.Level, hit.Hit.Cue)).ToList();
        foreach (var hit in meant.Where(hit => !hit.Hit.IsNegated))
            yield return (hit.Level, statement, 1, hit.Hit.At);
        foreach (var hit in meant.Where(hit => hit.Hit.IsNegated && IsLow(hit.Level, levels)).Take(1))
            yield return (levels.MinBy(level => level.Score)!, statement, Denied, hit.Hit.At);
    }

    // Who has not done what the upper levels ask for may still have done much.
    private static bool IsLow(CardLevel level, IReadOnlyList<CardLevel> levels) => levels.Count(other => other.Score < level.Score) <= levels.Count / 2;
}
