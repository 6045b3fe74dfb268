namespace CohortBot.Advisors;

/// <summary>Takes a text apart into sentences, each letter by letter as it stands in the text.</summary>
internal static class Sentences
{
    private static readonly string[] _abbreviations = ["e.g", "i.e", "etc", "dr", "mr", "mrs", "ms", "prof", "approx", "vs", "z.b", "bzw", "ca", "usw", "d.h"];

    /// <summary>The sentences of a text; a line break ends one, and the mark of a list is left out.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        List<string> sentences = [];
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!Ends(text, start, at))
                continue;
            Add(sentences, text[start..(at + 1)]);
            start = at + 1;
        }

        Add(sentences, text[start..]);
        return sentences;
    }

    /// <summary>At most <paramref name="limit"/> letters of a sentence, cut after a clause or else after a word.</summary>
    public static string Cut(string sentence, int limit)
    {
        if (sentence.Length <= limit)
            return sentence;
        var head = sentence[..limit];
        var clause = head.LastIndexOfAny([',', ';', ':']);
        var end = clause > limit / 2 ? clause : head.LastIndexOf(' ');
        return head[..(end > 0 ? end : limit)].TrimEnd(' ', ',', ';', ':', '-');
    }

    /// <summary>At most <paramref name="limit"/> letters of a sentence, with what stands at <paramref name="at"/> among them.</summary>
    public static string Around(string sentence, int at, int limit)
    {
        if (at < limit / 2 || sentence.Length <= limit)
            return Cut(sentence, limit);
        var before = sentence[..at];
        var clause = before.LastIndexOfAny([',', ';', ':']);
        var start = clause > at - limit / 2 ? clause : before.LastIndexOf(' ', Math.Max(0, at - limit / 3));
        return Cut(sentence[(start + 1)..].TrimStart(), limit);
    }

    private static bool Ends(string text, int start, int at)
    {
        if (text[at] is '\n' or '\r')
            return true;
        if (text[at] is not ('.' or '!' or '?' or '…'))
            return false;
        if (at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]))
            return false;
        return text[at] != '.' || !EndsWithAbbreviation(text[start..at]);
    }

    private static bool EndsWithAbbreviation(string before)
    {
        var word = before[(before.LastIndexOfAny([' ', '(', '\n']) + 1)..];
        return _abbreviations.Contains(word, StringComparer.OrdinalIgnoreCase);
    }

    private static void Add(List<string> sentences, string piece)
    {
        var sentence = piece.Trim().TrimStart('-', '*', '•', '>', ' ');
        if (sentence.Any(char.IsLetterOrDigit))
            sentences.Add(sentence);
    }
}
