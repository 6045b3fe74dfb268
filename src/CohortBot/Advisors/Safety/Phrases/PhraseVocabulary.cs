using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace CohortBot.Advisors.Safety.Phrases;

/// <summary>Every word that a phrase looks for, and in which places of which phrases it fits.</summary>
internal sealed class PhraseVocabulary
{
    private const int ShortestFuzzy = 5;

    private readonly FrozenDictionary<string, PhraseHit[]> _words;
    private readonly FrozenDictionary<string, PhraseHit[]> _prefixes;
    private readonly FrozenDictionary<string, string> _oneOff;
    private readonly FrozenSet<(char First, int Length)> _shapes;
    private readonly int[] _prefixLengths;

    /// <summary>Sorts the words of all phrases.</summary>
    public PhraseVocabulary(IReadOnlyList<PhrasePattern> patterns)
    {
        Dictionary<string, Dictionary<int, ulong>> words = new(StringComparer.Ordinal), prefixes = new(StringComparer.Ordinal);
        HashSet<string> fuzzy = new(StringComparer.Ordinal);
        for (var pattern = 0; pattern < patterns.Count; pattern++)
        {
            for (var place = 0; place < patterns[pattern].Elements.Count; place++)
            {
                foreach (var word in patterns[pattern].Elements[place].Words)
                {
                    if (word.EndsWith('%'))
                        fuzzy.Add(word[..^1]);
                    Note(word.EndsWith('*') ? prefixes : words, word.TrimEnd('*', '%'), pattern, place);
                }
            }
        }

        (_words, _prefixes) = (Freeze(words), Freeze(prefixes));
        _prefixLengths = [.. _prefixes.Keys.Select(prefix => prefix.Length).Distinct().Order()];
        _shapes = fuzzy.SelectMany(word => new[] { -1, 0, 1 }.Select(off => (word[0], word.Length + off))).ToFrozenSet();
        _oneOff = fuzzy.SelectMany(word => Shortened(word).Append(word).Select(form => (form, word))).DistinctBy(pair => pair.form, StringComparer.Ordinal)
            .ToFrozenDictionary(pair => pair.form, pair => pair.word, StringComparer.Ordinal);
    }

    /// <summary>Whether any phrase looks for a word.</summary>
    public bool Knows(string word)
    {
        if (_words.ContainsKey(word))
            return true;
        var prefixes = _prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in _prefixLengths)
        {
            if (length <= word.Length && prefixes.ContainsKey(word.AsSpan(0, length)))
                return true;
        }

        return false;
    }

    /// <summary>Adds the places in which a word fits.</summary>
    public void Find(string word, List<PhraseHit> hits)
    {
        if (_words.TryGetValue(word, out var known))
            hits.AddRange(known);
        var prefixes = _prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in _prefixLengths)
        {
            if (length > word.Length)
                break;
            if (prefixes.TryGetValue(word.AsSpan(0, length), out var more))
                hits.AddRange(more);
        }
    }

    /// <summary>
    /// The word that is meant by one that is one letter off (left out, doubled, wrong, or two changed places), or null. Both are compared without
    /// each of their letters in turn; the first letter has to be right.
    /// </summary>
    public string? Mend(string word)
    {
        if (word.Length < ShortestFuzzy || !_shapes.Contains((word[0], word.Length)))
            return null;
        foreach (var form in Shortened(word).Append(word))
        {
            if (_oneOff.TryGetValue(form, out var meant) && meant[0] == word[0])
                return meant;
        }

        return null;
    }

    private static IEnumerable<string> Shortened(string word) => Enumerable.Range(1, word.Length - 1).Select(at => word.Remove(at, 1));

    private static void Note(Dictionary<string, Dictionary<int, ulong>> words, string word, int pattern, int place)
    {
        var places = CollectionsMarshal.GetValueRefOrAddDefault(words, word, out _) ??= [];
        CollectionsMarshal.GetValueRefOrAddDefault(places, pattern, out _) |= 1UL << place;
    }

    private static FrozenDictionary<string, PhraseHit[]> Freeze(Dictionary<string, Dictionary<int, ulong>> words) =>
        words.ToFrozenDictionary(word => word.Key, word => word.Value.Select(hit => new PhraseHit(hit.Key, hit.Value)).ToArray(), StringComparer.Ordinal);
}

/// <summary>A word fits into places of a phrase.</summary>
/// <param name="Pattern">The phrase.</param>
/// <param name="Places">A bit for each of its places.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhraseHit(int Pattern, ulong Places);
