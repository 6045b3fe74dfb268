using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CohortBot.Advisors.Safety.Phrases;

/// <summary>Letters as rules know them: Latin, lower case, without marks; umlauts as German spells them out where they are missing.</summary>
internal static class PlainLetters
{
    // Letters of other alphabets that look like Latin ones. https://www.unicode.org/reports/tr39/ (confusables), the common part.
    private const string Foreign = "аеорсухіїјѕԁһкмтвнгзбиαεοιρυνκτχωηβμ";
    private const string Lookalike = "aeopcyxiijsdhkmtbhr3bnaeoipuvktxwhbm";

    private static readonly FrozenDictionary<char, string> Special = Build();

    /// <summary>What a character adds to a word: letters, or nothing for a mark or an invisible one; null when it is no part of a word.</summary>
    public static string? Of(char character)
    {
        if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))
            return OfAscii(character);
        if (char.IsAsciiLetterUpper(character))
            return OfAscii((char)(character | ' '));
        if (character < 128)
            return null;
        if (Special.TryGetValue(character, out var known))
            return known;
        return char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => "",
            UnicodeCategory.Surrogate => null,
            _ => Decompose(character),
        };
    }

    /// <summary>The letters of a character outside of the first plane: mathematical bold, double-struck and the like.</summary>
    public static string? Of(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ? "" : Plain(rune.ToString().Normalize(NormalizationForm.FormKD));

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(code => ((char)code).ToString())];

    private static string OfAscii(char character) => Ascii[character];

    private static string? Decompose(char character) => Plain(character.ToString().Normalize(NormalizationForm.FormKD));

    private static string? Plain(string decomposed)
    {
        var letters = new StringBuilder();
        foreach (var part in decomposed)
        {
            var lower = char.ToLowerInvariant(part);
            if (char.IsAsciiLetterOrDigit(lower))
                letters.Append(lower);
            else if (char.IsLetter(lower))
                letters.Append(Special.GetValueOrDefault(lower, lower.ToString()));
        }

        return letters.Length > 0 ? letters.ToString() : null;
    }

    private static FrozenDictionary<char, string> Build()
    {
        var letters = new Dictionary<char, string>
        {
            ['ä'] = "ae",
            ['ö'] = "oe",
            ['ü'] = "ue",
            ['Ä'] = "ae",
            ['Ö'] = "oe",
            ['Ü'] = "ue",
            ['ß'] = "ss",
            ['ẞ'] = "ss",
            ['ø'] = "o",
            ['ł'] = "l",
            ['đ'] = "d",
            ['ı'] = "i",
            ['æ'] = "ae",
            ['œ'] = "oe",
        };
        foreach (var (foreign, latin) in Foreign.Zip(Lookalike))
        {
            letters[foreign] = latin.ToString();
            letters[char.ToUpperInvariant(foreign)] = latin.ToString();
        }

        return letters.ToFrozenDictionary();
    }
}
