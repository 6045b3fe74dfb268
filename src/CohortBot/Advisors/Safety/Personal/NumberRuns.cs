namespace CohortBot.Advisors.Safety.Personal;

/// <summary>Numbers as people write them: digits with single spaces, dashes, dots or slashes between them.</summary>
internal static class NumberRuns
{
    /// <summary>Every run of digits with at most one separator between two of them (two for " (" and ") ").</summary>
    public static IEnumerable<NumberRun> In(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
                continue;
            var run = From(text, at);
            yield return run;
            at = run.End - 1;
        }
    }

    private static NumberRun From(string text, int start)
    {
        var (end, at) = (start + 1, start + 1);
        while (at < text.Length && at - end < 3)
        {
            if (char.IsAsciiDigit(text[at]))
                end = at + 1;
            else if (!IsSeparator(text[at]))
                break;
            at++;
        }

        return new NumberRun(text, start, end);
    }

    private static bool IsSeparator(char character) => character is ' ' or '-' or '.' or '/' or '(' or ')' or '\u00A0' or '\u2011' or '\u2013';
}

/// <summary>A number and where it stands.</summary>
internal readonly record struct NumberRun(string Text, int Start, int End)
{
    /// <summary>Its digits alone.</summary>
    public string Digits { get; } = string.Concat(Text[Start..End].Where(char.IsAsciiDigit));

    /// <summary>As it is written.</summary>
    public ReadOnlySpan<char> Written => Text.AsSpan(Start, End - Start);

    /// <summary>Whether a letter or digit touches it before or after.</summary>
    public bool IsPartOfWord => (Start > 0 && char.IsLetterOrDigit(Text[Start - 1])) || (End < Text.Length && char.IsLetterOrDigit(Text[End]));

    /// <summary>Whether one of these words stands in the 48 characters before it.</summary>
    public bool Follows(params ReadOnlySpan<string> words)
    {
        var before = Text.AsSpan(Math.Max(0, Start - 48), Math.Min(48, Start));
        foreach (var word in words)
        {
            if (before.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
