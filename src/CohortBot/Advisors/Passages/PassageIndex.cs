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

    private readonly Entry[] _entries;
    private readonly Dictionary<string, double> _rarity;
    private readonly double _averageLength;

    /// <summary>Counts the words of the passages once.</summary>
    public PassageIndex(IEnumerable<Passage> passages)
    {
        _entries = [.. passages.Select(passage => new Entry(passage, Count(passage)))];
        _averageLength = _entries.Length == 0 ? 1 : _entries.Average(entry => entry.Length);
        _rarity = _entries.SelectMany(entry => entry.Counts.Keys).CountBy(stem => stem, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => Math.Log(1 + (_entries.Length - pair.Value + 0.5) / (pair.Value + 0.5)), StringComparer.Ordinal);
    }

    /// <summary>How rare a stem is in the passages; 0 if it does not occur.</summary>
    public double RarityOf(string stem) => _rarity.GetValueOrDefault(stem);

    /// <summary>Every passage with what it scores for weighted stems; 0 means that it has none of them.</summary>
    public IEnumerable<(Passage Passage, double Score, IReadOnlyList<string> Shared)> Rank(IReadOnlyDictionary<string, double> stems) =>
        _entries.Select(entry => (entry.Passage, Score(entry, stems), Shared(entry, stems)));

    private double Score(Entry entry, IReadOnlyDictionary<string, double> stems) =>
        stems.Sum(stem => stem.Value * RarityOf(stem.Key) * Frequency(entry, entry.Counts.GetValueOrDefault(stem.Key)));

    private double Frequency(Entry entry, int count) => count * (K1 + 1) / (count + K1 * (1 - B + B * entry.Length / _averageLength));

    private static IReadOnlyList<string> Shared(Entry entry, IReadOnlyDictionary<string, double> stems) =>
        [.. stems.Where(stem => stem.Value >= 1 && entry.Counts.ContainsKey(stem.Key)).Select(stem => stem.Key)];

    private static Dictionary<string, int> Count(Passage passage)
    {
        var titles = Enumerable.Repeat(passage.Title, TitleWeight);
        return Stems.Of(string.Join(' ', titles.Append(passage.Text))).CountBy(stem => stem, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    private sealed record Entry(Passage Passage, Dictionary<string, int> Counts)
    {
        public int Length { get; } = Counts.Values.Sum();
    }
}
