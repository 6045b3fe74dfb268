using System.Globalization;

namespace CohortBot.Chat.Documents;

/// <summary>Where a text may be cut: never inside a letter that is written with several characters (emoji, accents).</summary>
internal static class CutPoints
{
    private const string SentenceEnds = ".!?…。！？";
    private const string Closings = "\"'”’»“)]";

    /// <summary>After a sentence or a line.</summary>
    public static IReadOnlyList<int> Sentences(string text) => [.. Letters(text).Where(at => EndsSentence(text, at))];

    /// <summary>After a word.</summary>
    public static IReadOnlyList<int> Words(string text) => [.. Letters(text).Where(at => char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at]))];

    /// <summary>
    /// After a letter as a reader sees it (a grapheme cluster, https://unicode.org/reports/tr29/); text that is one such letter may be cut
    /// between its code points, since some letter has no end.
    /// </summary>
    public static IReadOnlyList<int> Letters(string text)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Length > 1 ? starts[1..] : CodePoints(text);
    }

    private static List<int> CodePoints(string text)
    {
        List<int> starts = [];
        for (var at = 1; at < text.Length; at++)
        {
            if (!char.IsLowSurrogate(text[at]))
                starts.Add(at);
        }

        return starts;
    }

    // "Dr. House" is cut, "e.g. this" is not: a sentence begins with something else than a small letter.
    private static bool EndsSentence(string text, int at)
    {
        if (!char.IsWhiteSpace(text[at - 1]) || char.IsWhiteSpace(text[at]))
            return false;
        var before = text.AsSpan(0, at);
        var words = before.TrimEnd();
        if (before[words.Length..].Contains('\n'))
            return true;
        words = words.TrimEnd(Closings);
        return words.Length > 0 && SentenceEnds.Contains(words[^1], StringComparison.Ordinal) && !char.IsLower(text[at]);
    }
}
