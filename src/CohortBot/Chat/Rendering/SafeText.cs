using System.Globalization;
using System.Text;

namespace CohortBot.Chat.Rendering;

/// <summary>Text without what no platform shows: control characters (but tabs and newlines) go, broken surrogates are marked.</summary>
internal static class SafeText
{
    /// <summary>The text that can be shown; mostly the same string.</summary>
    public static string Clean(string text)
    {
        var first = 0;
        while (first < text.Length && !char.IsSurrogate(text[first]) && !IsDropped(text[first]))
            first++;
        if (first == text.Length)
            return text;
        var clean = new StringBuilder(text, 0, first, text.Length);
        Span<char> letters = stackalloc char[2];
        foreach (var rune in text.AsSpan(first).EnumerateRunes())
        {
            if (!rune.IsBmp || !IsDropped((char)rune.Value))
                clean.Append(letters[..rune.EncodeToUtf16(letters)]);
        }

        return clean.ToString();
    }

    /// <summary>The beginning of a text that is too long, with "…" and never half a letter.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = StringInfo.ParseCombiningCharacters(text).LastOrDefault(start => start < most);
        return $"{text[..end].TrimEnd()}…";
    }

    private static bool IsDropped(char letter) => char.IsControl(letter) && letter is not ('\n' or '\t');
}
