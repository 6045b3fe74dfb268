using CohortBot.Texts;

namespace CohortBot.Advisors.Passages;

/// <summary>
/// Ranks passages by BM25: how often a passage has the words that are asked for, rare words counting more, long passages less.
/// Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009; k1 and b are their usual values.
/// </summary>
internal sealed class PassageIndex
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const int TitleWeight = 2;

    private readonly Passage[] _passages;
    private readonly Dictionary<string, Word> _words = new(StringComparer.Ordinal);

    /// <summary>Counts the words of the passages once.</summary>
    public PassageIndex(IEnumerable<Passage> passages)
    {
        var counted = passages.Select(passage => (Passage: passage, Counts: Count(passage))).ToList();
        var averageLength = counted.Count == 0 ? 1 : counted.Average(one => one.Counts.Values.Sum());
        _passages = [.. counted.Select(one => one.Passage)];
        for (var at = 0; at < counted.Count; at++)
        {
            var length = counted[at].Counts.Values.Sum() / averageLength;
            foreach (var (stem, count) in counted[at].Counts)
                WordOf(stem).Places.Add((at, Frequency(count, length)));
        }

        foreach (var word in _words.Values)
            word.Rarity = Math.Log(1 + (_passages.Length - word.Places.Count + 0.5) / (word.Places.Count + 0.5));
    }

    /// <summary>How rare a stem is in the passages; 0 if it does not occur.</summary>
    public double RarityOf(string stem) => _words.TryGetValue(stem, out var word) ? word.Rarity : 0;

    /// <summary>Every passage that has one of the weighted stems, with what it scores for them.</summary>
    public IEnumerable<FoundPassage> Rank(IReadOnlyDictionary<string, double> stems)
    {
        var scores = new double[_passages.Length];
        var shared = new List<string>?[_passages.Length];
        foreach (var (stem, weight) in stems)
        {
            if (!_words.TryGetValue(stem, out var word))
                continue;
            foreach (var place in word.Places)
            {
                scores[place.Passage] += weight * word.Rarity * place.Frequency;
                if (weight >= 1)
                    (shared[place.Passage] ??= []).Add(stem);
            }
        }

        for (var at = 0; at < scores.Length; at++)
        {
            if (scores[at] > 0)
                yield return new FoundPassage(_passages[at], scores[at], shared[at] ?? []);
        }
    }

    private static double Frequency(int count, double length) => count * (K1 + 1) / (count + K1 * (1 - B + B * length));

    private static Dictionary<string, int> Count(Passage passage)
    {
        var titles = Enumerable.Repeat(passage.Title, TitleWeight);
        return Stems.Of(string.Join(' ', titles.Append(passage.Text))).CountBy(stem => stem, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    private Word WordOf(string stem) => _words.TryGetValue(stem, out var word) ? word : _words[stem] = new Word();

    /// <summary>A stem, and where it stands.</summary>
    private sealed class Word
    {
        public List<(int Passage, double Frequency)> Places { get; } = [];

        public double Rarity { get; set; }
    }
}
