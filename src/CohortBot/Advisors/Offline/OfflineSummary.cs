using CohortBot.Advisors.Cards;
using CohortBot.Texts;

namespace CohortBot.Advisors.Offline;

/// <summary>Sums up without a model: the goal, then the most telling sentence of each exchange in the member's own words.</summary>
internal sealed class OfflineSummary(TextCatalogue texts)
{
    // What the contract allows.
    private const int MostWords = 200;

    /// <summary>The summary; the oldest lines go first when it would grow too long, the goal never.</summary>
    public string Of(LabConversation talk)
    {
        var wording = texts.In(talk.Locale);
        var goal = wording.Say("advisors.summary_goal", ("goal", talk.Lab.Goal));
        List<string> lines = [.. Before(talk.Summary, goal), .. talk.Past.Select(past => Telling(past.Said)).OfType<string>().Select(words => $"- “{words}”")];
        while (lines.Count > 0 && Count(goal) + lines.Sum(Count) > MostWords)
            lines.RemoveAt(0);
        return string.Join('\n', lines.Prepend(goal));
    }

    private static IEnumerable<string> Before(string? summary, string goal) =>
        summary?.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line != goal) ?? [];

    private static string? Telling(string said) =>
        Evidence.In(said).MaxBy(statement => statement.Weight) is { } best ? Sentences.Cut(best.Text, CardByRules.LongestQuote) : null;

    private static int Count(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
