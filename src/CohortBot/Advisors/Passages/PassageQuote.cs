using CohortBot.Courses;

namespace CohortBot.Advisors.Passages;

/// <summary>One or two sentences of a passage, letter by letter, and where they come from.</summary>
/// <param name="Text">The sentences.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Source">The source that they rest on, where one can be told.</param>
/// <param name="Fit">How rare the words are that they share with what was asked for, added up.</param>
internal sealed record PassageQuote(string Text, Passage Passage, Source? Source, double Fit)
{
    private const int LongestText = 320;

    /// <summary>The sentences of a found passage that fit best, or null if none has any of the words.</summary>
    public static PassageQuote? From(FoundPassage found, Func<string, double> rarityOf)
    {
        var wanted = found.Shared.ToHashSet(StringComparer.Ordinal);
        var sentences = found.Passage.Sentences;
        var scores = sentences.Select(sentence => Score(sentence, wanted, rarityOf)).ToArray();
        if (scores.Length == 0 || scores.Max() <= 0)
            return null;
        var best = Array.IndexOf(scores, scores.Max());
        var text = WithNeighbour(sentences, scores, best);
        return new PassageQuote(text, found.Passage, SourceOf(text, found.Passage.Sources), Shared(text, wanted, rarityOf));
    }

    /// <summary>The source whose claim the words repeat, or null where that cannot be told.</summary>
    public static Source? SourceOf(string text, IEnumerable<Source> sources)
    {
        var words = Stems.Of(text).ToHashSet(StringComparer.Ordinal);
        return sources.Select(source => (Source: source, Fit: Overlap(words, source)))
            .Where(pair => pair.Fit >= 4).OrderByDescending(pair => pair.Fit).Select(pair => pair.Source).FirstOrDefault();
    }

    // A sentence that leans on the one before it ("That is ...") is a poor quote when it stands alone.
    private static double Score(string sentence, HashSet<string> wanted, Func<string, double> rarityOf)
    {
        var score = Shared(sentence, wanted, rarityOf);
        return sentence.Length > LongestText ? 0 : LeansBack(sentence) ? score * 0.6 : score;
    }

    private static double Shared(string text, HashSet<string> wanted, Func<string, double> rarityOf) =>
        Stems.Of(text).Distinct(StringComparer.Ordinal).Where(wanted.Contains).Sum(rarityOf);

    private static string WithNeighbour(IReadOnlyList<string> sentences, double[] scores, int best)
    {
        var next = best + 1 < sentences.Count ? scores[best + 1] : -1;
        var before = best > 0 ? scores[best - 1] : -1;
        var (first, second) = LeansBack(sentences[best]) && best > 0 || before > Math.Max(next, 0) ? (best - 1, best) : (best, best + 1);
        if (second >= sentences.Count || (first == best && next <= 0))
            return sentences[best];
        var both = $"{sentences[first]} {sentences[second]}";
        return both.Length <= LongestText ? both : sentences[best];
    }

    private static bool LeansBack(string sentence) =>
        Stems.Words(sentence).FirstOrDefault() is "That" or "This" or "These" or "Those" or "It" or "They" or "He" or "She" or "So" or "But" or "And" or "Its" or "Their";

    // A figure that both have says more than a word.
    private static int Overlap(HashSet<string> words, Source source) =>
        Stems.Of($"{source.Organisation} {source.Claim}").Distinct(StringComparer.Ordinal).Where(words.Contains).Sum(stem => char.IsDigit(stem[0]) ? 2 : 1);
}
