using System.Collections.Frozen;
using System.Text;

namespace CohortBot.Advisors.Safety.Phrases;

/// <summary>Puts words into the one form that rules are written in: "don't" and "dont" are "do not", "wanna" is "want to", "k1ll" is "kill".</summary>
internal sealed class WordForms(PhraseVocabulary vocabulary)
{
    private const string Digits = "0134578";
    private const string Meant = "oieastb";

    private static readonly FrozenDictionary<string, string[]> Short = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["im"] = "i am",
        ["ive"] = "i have",
        ["dont"] = "do not",
        ["dnt"] = "do not",
        ["doesnt"] = "does not",
        ["didnt"] = "did not",
        ["cant"] = "can not",
        ["cannot"] = "can not",
        ["wont"] = "will not",
        ["wouldnt"] = "would not",
        ["couldnt"] = "could not",
        ["shouldnt"] = "should not",
        ["isnt"] = "is not",
        ["arent"] = "are not",
        ["wasnt"] = "was not",
        ["youre"] = "you are",
        ["theyre"] = "they are",
        ["wanna"] = "want to",
        ["gonna"] = "going to",
        ["gotta"] = "have to",
        ["gimme"] = "give me",
        ["lemme"] = "let me",
        ["u"] = "you",
        ["ur"] = "your",
        ["r"] = "are",
        ["pls"] = "please",
        ["plz"] = "please",
        ["noone"] = "nobody",
        ["hab"] = "habe",
        ["nich"] = "nicht",
        ["net"] = "nicht",
        ["ned"] = "nicht",
        ["nimmer"] = "nicht mehr",
        ["nix"] = "nichts",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' '), StringComparer.Ordinal);

    /// <summary>Adds the forms of a word; all of them stand where it stands.</summary>
    public void Add(PlainWord word, List<PlainWord> words)
    {
        var plain = word.Text;
        string? tail = null;
        if (plain.Contains('\''))
            (plain, tail) = Apart(plain);
        if (plain.Length == 0)
            return;
        if (!vocabulary.Knows(plain) && !Short.ContainsKey(plain))
            plain = Repair(plain) ?? plain;
        var isFirst = true;
        foreach (var part in Short.GetValueOrDefault(plain) ?? [plain])
        {
            words.Add(isFirst ? word with { Text = part } : word with { Text = part, BeginsClause = false });
            isFirst = false;
        }

        if (tail is not null)
            words.Add(word with { Text = tail, BeginsClause = false });
    }

    // What stands after an apostrophe is a word of its own in English; elsewhere it is left out.
    private static (string Plain, string? After) Apart(string word)
    {
        var at = word.LastIndexOf('\'');
        var (head, tail) = (word[..at].Replace("'", "", StringComparison.Ordinal), word[(at + 1)..]);
        return (tail, head) switch
        {
            ("t", "can") => ("can", "not"),
            ("t", "won") => ("will", "not"),
            ("t", [.., 'n']) => (head[..^1], "not"),
            ("m", _) => (head, "am"),
            ("re", _) => (head, "are"),
            ("ve", _) => (head, "have"),
            ("ll", _) => (head, "will"),
            ("d", _) => (head, "would"),
            ("s", "it" or "that" or "what" or "here" or "there" or "she" or "he") => (head, "is"),
            ("s", _) => (head, null),
            _ => (head + tail, null),
        };
    }

    private string? Repair(string word) =>
        Starred(word) ?? Known(Unleet(word)) ?? Known(Shorten(word, 2)) ?? Known(Shorten(word, 1)) ?? vocabulary.Mend(word);

    private string? Known(string? word) => word is not null && vocabulary.Knows(word) ? word : null;

    private string? Starred(string word)
    {
        if (!word.Contains('*'))
            return null;
        foreach (var vowel in "iuaeo")
        {
            if (Known(word.Replace('*', vowel)) is { } known)
                return known;
        }

        return null;
    }

    private static string? Unleet(string word)
    {
        if (word.IndexOfAny([.. Digits]) < 0 || !word.Any(char.IsAsciiLetter))
            return null;
        return string.Create(word.Length, word, static (letters, from) =>
        {
            for (var at = 0; at < letters.Length; at++)
                letters[at] = Digits.IndexOf(from[at]) is var digit and >= 0 ? Meant[digit] : from[at];
        });
    }

    // "diiiie" and "killlll": runs of three letters and more.
    private static string? Shorten(string word, int most)
    {
        if (!HasRun(word, most + 1))
            return null;
        var kept = new StringBuilder(word.Length);
        var run = 0;
        foreach (var letter in word)
        {
            run = kept.Length > 0 && kept[^1] == letter ? run + 1 : 1;
            if (run <= most)
                kept.Append(letter);
        }

        return kept.ToString();
    }

    private static bool HasRun(string word, int letters)
    {
        for (var (at, run) = (1, 1); at < word.Length; at++)
        {
            run = word[at] == word[at - 1] ? run + 1 : 1;
            if (run == letters)
                return true;
        }

        return false;
    }
}
