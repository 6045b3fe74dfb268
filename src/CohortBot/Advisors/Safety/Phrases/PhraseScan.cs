using System.Numerics;
using System.Runtime.InteropServices;

namespace CohortBot.Advisors.Safety.Phrases;

/// <summary>
/// Looks for all phrases at once, word by word. Of each phrase it knows how far it has come and where that began, so that no word is read twice:
/// the work is words × phrases under way, whatever the text says.
/// </summary>
internal sealed class PhraseScan
{
    private readonly IReadOnlyList<PhrasePattern> _patterns;
    private readonly PhraseVocabulary _vocabulary;
    private readonly int[][] _begun;
    private readonly ulong[] _active;
    private readonly ulong[] _fits;
    private readonly PhraseMasks[] _masks;
    private readonly List<int> _live = [];
    private readonly List<PhraseHit> _hits = [];
    private readonly List<PhraseMatch> _matches = [];

    /// <summary>Prepares a scan; it can be used again and again, by one thread at a time.</summary>
    public PhraseScan(IReadOnlyList<PhrasePattern> patterns, PhraseVocabulary vocabulary)
    {
        (_patterns, _vocabulary) = (patterns, vocabulary);
        _begun = [.. patterns.Select(pattern => new int[pattern.Elements.Count + 1])];
        (_active, _fits) = (new ulong[patterns.Count], new ulong[patterns.Count]);
        _masks = [.. patterns.Select(PhraseMasks.Of)];
    }

    /// <summary>Every phrase that stands in the words, idioms too.</summary>
    public IReadOnlyList<PhraseMatch> Find(List<PlainWord> words)
    {
        _matches.Clear();
        for (var at = 0; at < words.Count; at++)
        {
            if (at == 0 || words[at].Sentence != words[at - 1].Sentence)
            {
                Forget(onlyIdioms: false);
                Step(PhraseBook.SentenceStart, at, isWord: false);
            }
            else if (words[at].BeginsClause)
            {
                Forget(onlyIdioms: true);
            }

            Step(words[at].Text, at, isWord: true);
            if (at == words.Count - 1 || words[at].Sentence != words[at + 1].Sentence)
                Step(PhraseBook.SentenceEnd, at, isWord: false);
        }

        Forget(onlyIdioms: false);
        return _matches;
    }

    private void Step(string word, int at, bool isWord)
    {
        _hits.Clear();
        _vocabulary.Find(word, _hits);
        foreach (var hit in _hits)
        {
            // A word from the middle of a phrase that has not begun means nothing.
            if (_active[hit.Pattern] == 0 && _fits[hit.Pattern] == 0)
            {
                if ((hit.Places & _masks[hit.Pattern].Leading) == 0)
                    continue;
                _live.Add(hit.Pattern);
            }

            _fits[hit.Pattern] |= hit.Places;
        }

        var kept = 0;
        foreach (var pattern in CollectionsMarshal.AsSpan(_live))
        {
            _active[pattern] = Advance(pattern, at, isWord);
            _fits[pattern] = 0;
            if (_active[pattern] != 0)
                _live[kept++] = pattern;
        }

        CollectionsMarshal.SetCount(_live, kept);
    }

    // The places that the phrase waits at after this word. Of two beginnings the later is kept: the shorter match.
    private ulong Advance(int number, int at, bool isWord)
    {
        var (masks, begun, fits) = (_masks[number], _begun[number], _fits[number]);
        var begins = fits & masks.Leading;
        var (from, next) = ((_active[number] & (isWord ? fits | masks.Gaps : fits)) | begins, 0UL);
        while (from != 0)
        {
            var place = BitOperations.Log2(from);
            from &= ~(1UL << place);
            begun[place + 1] = (begins >> place & 1) != 0 ? at : begun[place];
            next |= 1UL << place + 1;
        }

        for (var skipped = next & masks.Optional; skipped != 0; skipped &= skipped - 1)
        {
            var place = BitOperations.TrailingZeroCount(skipped);
            var after = 1UL << place + 1;
            begun[place + 1] = (next & after) != 0 ? Math.Max(begun[place + 1], begun[place]) : begun[place];
            next |= after;
            skipped |= after & masks.Optional;
        }

        if ((next & masks.End) == 0)
            return next;
        var pattern = _patterns[number];
        _matches.Add(new PhraseMatch(pattern, begun[pattern.Elements.Count], at));
        return next & ~masks.End;
    }

    private void Forget(bool onlyIdioms)
    {
        var kept = 0;
        foreach (var pattern in CollectionsMarshal.AsSpan(_live))
        {
            if (onlyIdioms && !_patterns[pattern].IsIdiom)
                _live[kept++] = pattern;
            else
                _active[pattern] = 0;
        }

        CollectionsMarshal.SetCount(_live, kept);
    }
}

/// <summary>Places of a phrase as bits.</summary>
/// <param name="Leading">Where it may begin.</param>
/// <param name="Gaps">Where any word fits.</param>
/// <param name="Optional">What may be missing.</param>
/// <param name="End">The place after the last.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhraseMasks(ulong Leading, ulong Gaps, ulong Optional, ulong End)
{
    /// <summary>Those of a phrase.</summary>
    public static PhraseMasks Of(PhrasePattern pattern)
    {
        var (gaps, optional) = (0UL, 0UL);
        for (var place = 0; place < pattern.Elements.Count; place++)
        {
            gaps |= pattern.Elements[place].IsGap ? 1UL << place : 0;
            optional |= pattern.Elements[place].IsOptional ? 1UL << place : 0;
        }

        return new PhraseMasks((1UL << pattern.Leading + 1) - 1, gaps, optional, 1UL << pattern.Elements.Count);
    }
}

/// <summary>A phrase that was found, from its first to its last word.</summary>
internal readonly record struct PhraseMatch(PhrasePattern Pattern, int First, int Last);
