namespace CohortBot.Advisors.Safety.Personal;

/// <summary>Account numbers by ISO 13616: a country, two check digits, and up to 30 letters and digits, with the remainder 1 modulo 97.</summary>
internal static class Ibans
{
    private const int Shortest = 15; // Norway
    private const int Longest = 34;

    /// <summary>Every IBAN.</summary>
    public static IEnumerable<SafetyFinding> Find(string text)
    {
        for (var at = 0; at + Shortest <= text.Length; at++)
        {
            if (!IsBeginning(text, at) || LengthAt(text, at) is not { } length)
                continue;
            yield return PersonalData.Of("iban", at, length);
            at += length - 1;
        }
    }

    private static bool IsBeginning(string text, int at) =>
        char.IsAsciiLetter(text[at]) && char.IsAsciiLetter(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    // The longest stretch that checks, since a word may follow on the number.
    private static int? LengthAt(string text, int start)
    {
        var letters = new List<char>(Longest);
        int? found = null;
        for (var at = start; at < text.Length && letters.Count < Longest; at++)
        {
            if (char.IsAsciiLetterOrDigit(text[at]))
                letters.Add(char.ToUpperInvariant(text[at]));
            else if (text[at] is not (' ' or '-' or '\u00A0'))
                break;
            var isWhole = at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]);
            if (isWhole && letters.Count >= Shortest && char.IsAsciiLetterOrDigit(text[at]) && IsRight(letters))
                found = at + 1 - start;
        }

        return found;
    }

    private static bool IsRight(List<char> letters)
    {
        var rest = 0;
        for (var place = 0; place < letters.Count; place++)
        {
            var letter = letters[(place + 4) % letters.Count];
            rest = char.IsAsciiDigit(letter) ? (rest * 10 + (letter - '0')) % 97 : (rest * 100 + (letter - 'A' + 10)) % 97;
        }

        return rest == 1;
    }
}
