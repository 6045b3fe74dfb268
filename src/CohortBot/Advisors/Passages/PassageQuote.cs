using System.Text.RegularExpressions;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Advisors.Passages;

/// <summary>One or two sentences of a passage, letter by letter, and where they come from.</summary>
/// <param name="Text">The sentences.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Source">The source that they rest on, where one can be told.</param>
/// <param name="Shared">The stems that they share with what was asked for.</param>
/// <param name="Covered">The same and those in the passage's title.</param>
internal sealed partial record PassageQuote(string Text, Passage Passage, Source? Source, IReadOnlyList<string> Shared, IReadOnlyList<string> Covered)
{
    private const int LongestText = 320;

    // Words shared with a source before the quote is laid at its door.
    private const int Enough = 4;

    /// <summary>The sentences of a found passage that fit best, or null if none has any of the words.</summary>
    public static PassageQuote? From(FoundPassage found, Func<string, double> rarityOf)
    {
        var wanted = found.Shared.ToHashSet(StringComparer.Ordinal);
        var titled = In(found.Passage.Title, wanted).ToHashSet(StringComparer.Ordinal);
        var best = Best(found.Passage, [.. wanted.Except(titled)], rarityOf);
        if (best.Score <= 0)
            best = Best(found.Passage, wanted, rarityOf);
        if (best.Score <= 0)
            return null;
        var text = WithBefore(best.Paragraph, best.At);
        return new PassageQuote(text, found.Passage, SourceOf(text, found.Passage.Sources), [.. In(text, wanted)], [.. In(text, wanted).Union(titled)]);
    }

    /// <summary>The source whose claim the words repeat, or null where that cannot be told.</summary>
    public static Source? SourceOf(string text, IEnumerable<Source> sources)
    {
        var words = Stems.Of(text).ToHashSet(StringComparer.Ordinal);
        return sources.Select(source => (Source: source, Overlap: Overlap(words, source)))
            .Where(pair => pair.Overlap >= Enough).OrderByDescending(pair => pair.Overlap).Select(pair => pair.Source).FirstOrDefault();
    }

    // What the title says already need not be said by the sentence: under "Data scientist" the one on pay answers what they earn.
    private static (IReadOnlyList<string> Paragraph, int At, double Score) Best(Passage passage, HashSet<string> wanted, Func<string, double> rarityOf) =>
        passage.Paragraphs.SelectMany(paragraph => paragraph.Select((sentence, at) => (Paragraph: paragraph, At: at, Score: Score(sentence, at, wanted, rarityOf))))
            .DefaultIfEmpty((Paragraph: [], At: 0, Score: 0)).MaxBy(candidate => candidate.Score);

    // A first sentence that leans on something before it is a poor quote, since nothing of its paragraph stands before it.
    private static double Score(string sentence, int at, HashSet<string> wanted, Func<string, double> rarityOf)
    {
        var score = sentence.Length > LongestText ? 0 : In(sentence, wanted).Sum(rarityOf);
        return at == 0 && LeansBack().IsMatch(sentence) ? score * 0.6 : score;
    }

    private static IEnumerable<string> In(string text, HashSet<string> wanted) => Stems.Of(text).Distinct(StringComparer.Ordinal).Where(wanted.Contains);

    // What a pronoun stands for is in the sentence before.
    private static string WithBefore(IReadOnlyList<string> paragraph, int at)
    {
        if (at == 0 || !LeansBack().IsMatch(paragraph[at]))
            return paragraph[at];
        var both = $"{paragraph[at - 1]} {paragraph[at]}";
        return both.Length <= LongestText ? both : paragraph[at];
    }

    // A figure that both have says more than a word.
    private static int Overlap(HashSet<string> words, Source source) =>
        Stems.Of($"{source.Organisation} {source.Claim}").Distinct(StringComparer.Ordinal).Where(words.Contains).Sum(stem => char.IsDigit(stem[0]) ? 2 : 1);

    [GeneratedRegex(@"^(?:That|This|These|Those|It|They|He|She|So|But|And|Its|Their|Elsewhere|Here|There|Nobody|Some)\b|\b(?:it|its|them|they|their|these|those|such)\b", RegexOptions.None, 1000)]
    private static partial Regex LeansBack();
}
