namespace CohortBot.Advisors.Safety.Phrases;

/// <summary>
/// Looks for all phrases at once, word by word. Of each phrase it knows how far it has come and where that began, so that no word is read twice:
/// the work is words × phrases under way, whatever the text says.
/// </summary>
internal sealed class PhraseScan
{
    private const int None = -1;

    private readonly IReadOnlyList<PhrasePattern> _patterns;
    private readonly PhraseVocabulary _vocabulary;
    private readonly int[][] _reached;
    private readonly ulong[] _fits;
    private readonly ulong[] _gaps;
    private readonly bool[] _isLive;
    private readonly List<int> _live = [];
    private readonly List<PhraseHit> _hits = [];
    private readonly List<PhraseMatch> _matches = [];

    /// <summary>Prepares a scan; it can be used again and again, by one thread at a time.</summary>
    public PhraseScan(IReadOnlyList<PhrasePattern> patterns, PhraseVocabulary vocabulary)
    {
        (_patterns, _vocabulary) = (patterns, vocabulary);
        _reached = [.. patterns.Select(pattern => Enumerable.Repeat(None, pattern.Elements.Count + 1).ToArray())];
        _fits = new ulong[patterns.Count];
        _isLive = new bool[patterns.Count];
        _gaps = [.. patterns.Select(pattern => pattern.Elements.Select((element, place) => element.IsGap ? 1UL << place : 0).Aggregate(0UL, (all, bit) => all | bit))];
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
            _fits[hit.Pattern] |= hit.Places;
            if (_isLive[hit.Pattern])
                continue;
            _isLive[hit.Pattern] = true;
            _live.Add(hit.Pattern);
        }

        for (var index = _live.Count - 1; index >= 0; index--)
        {
            var pattern = _live[index];
            if (!Advance(pattern, at, isWord))
            {
                _isLive[pattern] = false;
                _live.RemoveAt(index);
            }

            _fits[pattern] = 0;
        }
    }

    // Returns whether the phrase is still under way. Of two beginnings the later is kept: the shorter match.
    private bool Advance(int number, int at, bool isWord)
    {
        var (pattern, reached) = (_patterns[number], _reached[number]);
        var last = pattern.Elements.Count;
        var fits = _fits[number];
        var isUnderWay = false;
        for (var place = last - 1; place >= 0; place--)
        {
            var isGap = isWord && (_gaps[number] >> place & 1) != 0;
            var from = reached[place];
            if ((fits >> place & 1) != 0 && place <= pattern.Leading)
                from = at;
            reached[place + 1] = (fits >> place & 1) != 0 || isGap ? from : None;
        }

        for (var place = 1; place < last; place++)
        {
            if (reached[place] == None)
                continue;
            isUnderWay = true;
            if (pattern.Elements[place].IsOptional)
                reached[place + 1] = Math.Max(reached[place + 1], reached[place]);
        }

        if (reached[last] == None)
            return isUnderWay;
        _matches.Add(new PhraseMatch(pattern, reached[last], at));
        reached[last] = None;
        return isUnderWay;
    }

    private void Forget(bool onlyIdioms)
    {
        for (var index = _live.Count - 1; index >= 0; index--)
        {
            var pattern = _live[index];
            if (onlyIdioms && !_patterns[pattern].IsIdiom)
                continue;
            Array.Fill(_reached[pattern], None);
            _isLive[pattern] = false;
            _live.RemoveAt(index);
        }
    }
}

/// <summary>A phrase that was found, from its first to its last word.</summary>
internal readonly record struct PhraseMatch(PhrasePattern Pattern, int First, int Last);
