using System.Text.RegularExpressions;

namespace CohortBot.Texts;

/// <summary>English words in the light form in which they are compared: lower case, without plural and common endings.</summary>
internal static partial class Stems
{
    private static readonly HashSet<string> _stopWords = new(
        """
        a about above after again all also although always am an and another any anybody anyone anything are around as at away back be because
        been before being below between both but by came can cannot come could day did do does doing done down during each either else enough even ever
        every few for from further get gets getting give given go goes going gone good got had has have having he her here hers him his how
        however i if in into is it its itself just keep kind know last less let like little look lot made make makes many may maybe me might
        mine more most much must my myself need never new no nor not nothing now of off often ok okay on once one only onto or other our out
        over own part perhaps put quite rather really said same saw say says see seem she should since so some somebody someone something
        sometimes soon still such sure take tell than that the their them then there these they thing things think this those though through
        time to today together told too took toward two under until up upon us use used using usually very want wants was way we well went
        were what when where whether which while who whom whose why will with within without would yes yet you your yours
        i'm i've i'd i'll it's don't didn't can't couldn't won't wouldn't isn't aren't wasn't weren't doesn't haven't hasn't that's there's
        im ive dont didnt cant wont beside besides dunno idk hi hello hey thanks thank please yeah hm hmm um uh eh
        two three four five six seven eight nine ten
        aber alle alles als also am an auch auf bei bin bis da dann das dass dem den der des die doch dort du ein eine einem einen einer eines er es etwas
        für gern gerne gut habe haben hat hier ich ihr im ist ja kein keine keinen mehr mein meine meinem meinen meiner mich mir mit nach nein nicht nie noch
        nur oder schon sehr sein seit sich sie sind so über um und uns unter viel vom von war waren warum was weil weiß wenn wer werde wie wir wird wo zu zum zur
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    // Words that people ask with, and the one that the course answers with.
    private static readonly Dictionary<string, string> _sameAs = new(StringComparer.Ordinal)
    {
        ["earn"] = "pay",
        ["salary"] = "pay",
        ["wage"] = "pay",
        ["paid"] = "pay",
        ["compensation"] = "pay",
        ["verdient"] = "pay",
        ["gehalt"] = "pay",
        ["mathematic"] = "math",
    };

    private static readonly Dictionary<string, string[]> _spelledOut = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ml"] = ["machine", "learning"],
        ["pm"] = ["product", "manager"],
    };

    /// <summary>The stems of a text in its order, without stop words.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        List<string> stems = [];
        foreach (var found in Word().EnumerateMatches(text))
        {
            var word = text.Substring(found.Index, found.Length).Replace('’', '\'');
            if (!_spelledOut.TryGetValue(word, out var several))
                Add(word, stems);
            foreach (var one in several ?? [])
                Add(one, stems);
        }

        return stems;
    }

    /// <summary>The words of a text as they are written, with apostrophes straightened.</summary>
    public static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value.Replace('’', '\''));

    /// <summary>Whether a word says nothing by itself.</summary>
    public static bool IsStopWord(string word) => word.Length < 2 && !char.IsDigit(word[0]) || _stopWords.Contains(word.ToLowerInvariant());

    private static void Add(string word, List<string> stems)
    {
        var lower = word.ToLowerInvariant();
        if (IsStopWord(lower))
            return;
        var stem = Stem(lower);
        stems.Add(_sameAs.GetValueOrDefault(stem, stem));
    }

    private static string Stem(string lower)
    {
        var stem = lower;
        if (stem.EndsWith("'s", StringComparison.Ordinal))
            stem = stem[..^2];
        if (stem.Length <= 3)
            return stem;
        if (stem.EndsWith("ies", StringComparison.Ordinal) && stem.Length > 4)
            return stem[..^3] + "y";
        if (stem.EndsWith("sses", StringComparison.Ordinal) || stem.EndsWith("xes", StringComparison.Ordinal) || stem.EndsWith("ches", StringComparison.Ordinal))
            return stem[..^2];
        if (stem.EndsWith('s') && stem[^2] is not ('s' or 'u' or 'i'))
            stem = stem[..^1];
        return WithoutEnding(stem);
    }

    private static string WithoutEnding(string stem)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed"])
        {
            if (!stem.EndsWith(ending, StringComparison.Ordinal) || stem.Length - ending.Length < 4)
                continue;
            var root = stem[..^ending.Length];
            return root[^1] == root[^2] && root[^1] is not ('l' or 's') ? root[..^1] : root;
        }

        return stem.EndsWith('e') && stem.Length > 4 ? stem[..^1] : stem;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’]\p{L}+)*[+#]{0,2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
