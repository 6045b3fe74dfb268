using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CohortBot.Courses;

namespace CohortBot.Advisors.Cards;

/// <summary>
/// Finds the word stems that authors write in labs. A cue matches where a word begins with it, whatever its case, and a phrase matches word
/// for word up to the end of its last word's stem.
/// </summary>
internal static partial class Cues
{
    // Words that begin like a cue and mean something else.
    private static readonly (string Cue, string[] Not)[] _falseFriends =
    [
        ("excel", ["excelle", "excels", "excelled"]),
        ("intern", ["interna", "internet", "interne"]),
        ("audit", ["auditi", "auditor"]),
        ("script", ["scriptu"]),
        ("prompt", ["promptl"]),
        ("api", ["apia"]),
        ("market", ["marketpl"]),
        ("ux", ["uxo"]),
    ];

    // A lab's cues stay the same as long as the course does, and each sentence looks for all of them.
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, string[]> StraightCues = [];

    private static readonly ConditionalWeakTable<CardOption, IReadOnlyList<string>> Joined = [];

    /// <summary>All that speaks for an option: its cues and its names.</summary>
    public static IReadOnlyList<string> Of(CardOption option) =>
        option.Names.Count == 0 ? option.Cues : Joined.GetValue(option, one => [.. one.Cues, .. one.Names]);

    /// <summary>Where the cues stand in a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="cues">The cues; the list is read once, for as long as it is there.</param>
    public static IEnumerable<CueHit> In(string sentence, IReadOnlyList<string> cues)
    {
        var text = Straight(sentence);
        foreach (var cue in StraightCues.GetValue(cues, AllStraight))
        {
            for (var at = text.IndexOf(cue, StringComparison.Ordinal); at >= 0; at = text.IndexOf(cue, at + 1, StringComparison.Ordinal))
            {
                if (BeginsWord(text, at) && !IsFalseFriend(text, at, cue))
                    yield return new CueHit(cue, at, IsNegated(text, at, cue), IsWish(text, at, cue));
            }
        }
    }

    /// <summary>Whether any cue is said in a text and meant.</summary>
    public static int CountMeant(string text, IReadOnlyList<string> cues) =>
        Sentences.Of(text).SelectMany(sentence => In(sentence, cues)).Where(hit => !hit.IsNegated).DistinctBy(hit => hit.Cue).Count();

    private static string[] AllStraight(IReadOnlyList<string> cues) => [.. cues.Select(Straight).Where(cue => cue.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string Straight(string text) => text.Replace('’', '\'').ToLowerInvariant();

    private static bool BeginsWord(string text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]);

    private static bool IsFalseFriend(string text, int at, string cue) =>
        _falseFriends.Any(friend => friend.Cue == cue && friend.Not.Any(other => string.CompareOrdinal(text, at, other, 0, other.Length) == 0));

    private static bool IsNegated(string text, int at, string cue)
    {
        if (Negator().IsMatch(cue))
            return false;
        return Negator().IsMatch(LastWords(Clause(text, at), 7)) || DeniedAfter().IsMatch(text.AsSpan(at));
    }

    private static bool IsWish(string text, int at, string cue) => !Wish().IsMatch(cue) && Wish().IsMatch(Clause(text, at));

    // What stands before a place, back to where its clause begins.
    private static ReadOnlySpan<char> Clause(string text, int at)
    {
        var before = text.AsSpan(0, at);
        var start = 0;
        foreach (var found in ClauseBreak().EnumerateMatches(before))
            start = found.Index + found.Length;
        return before[start..];
    }

    private static string LastWords(ReadOnlySpan<char> text, int count) =>
        string.Join(' ', text.ToString().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).TakeLast(count));

    [GeneratedRegex(@"[;:.!?()–—]|,\s*(?:and\s+)?(?:i|we|my|it|he|she|they|so|just|now|ich|wir)\b|\b(?:but|however|although|though|except|instead|because|since|aber|sondern|weil)\b|\band (?:i|we|my)\b", RegexOptions.None, 1000)]
    private static partial Regex ClauseBreak();

    [GeneratedRegex(@"\b(?:never|not(?! (?:only|just|merely|least))|no(?! (?:doubt|problem|longer|idea why))|none|nothing|neither|nor|without|cannot|zero|hardly|barely|lack\w*|\w+n't|dont|cant|didnt|havent|wont|isnt|doesnt|wasnt|hasnt|kein\w*|nicht(?! nur)|nie|niemals|ohne)\b", RegexOptions.None, 1000)]
    private static partial Regex Negator();

    [GeneratedRegex(@"^[^,;.!?]{0,24}?(?:\s*[:?–—-]\s*(?:never|none|no|nothing|zero|nie|nein)\b|\s(?:is|are|was|were) (?:not|nothing|never)\b)", RegexOptions.None, 1000)]
    private static partial Regex DeniedAfter();

    [GeneratedRegex(@"\b(?:want(?:s|ed)? to|would (?:like|love) to|'d (?:like|love) to|hop(?:e|ing) to|plan(?:ning)? to|going to|intend to|wish|dream\w*|aim(?:ing)? (?:to|for|at)|learn|interested in|curious about|möchte|will ich|lernen)\b", RegexOptions.None, 1000)]
    private static partial Regex Wish();
}

/// <summary>A cue in a sentence.</summary>
/// <param name="Cue">The cue.</param>
/// <param name="At">Where it begins.</param>
/// <param name="IsNegated">Whether the sentence denies it: "I have no experience with ...".</param>
/// <param name="IsWish">Whether it is wished for or planned, and not done.</param>
internal readonly record struct CueHit(string Cue, int At, bool IsNegated, bool IsWish)
{
    /// <summary>Whether the other cue stands inside of this one.</summary>
    public bool Hides(CueHit other) => other.Cue.Length < Cue.Length && At <= other.At && other.At + other.Cue.Length <= At + Cue.Length;
}
