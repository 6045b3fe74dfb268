using System.Text;

namespace CohortBot.Storage;

/// <summary>
/// Text that both engines take. PostgreSQL refuses the character U+0000 and halves of surrogate pairs, which platforms and models may hand over;
/// a message must not be lost for one of them. https://www.postgresql.org/docs/current/datatype-character.html
/// </summary>
internal static class StorableText
{
    /// <summary>The text itself in nearly every case; else with the replacement character (U+FFFD) where a character cannot be stored.</summary>
    public static string From(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal) && IsWellFormed(text))
            return text;
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            storable.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        return storable.ToString();
    }

    // EnumerateRunes gives the replacement character for half a pair; a text that has it anyway is only copied.
    private static bool IsWellFormed(string text)
    {
        for (var index = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); index >= 0 && index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
                continue;
            if (!char.IsHighSurrogate(text[index]) || index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]))
                return false;
            index++;
        }

        return true;
    }
}
