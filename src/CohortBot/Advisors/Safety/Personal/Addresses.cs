using System.Text.RegularExpressions;

namespace CohortBot.Advisors.Safety.Personal;

/// <summary>Where somebody lives: a street with a house number, beside a postcode or a word such as "lives at".</summary>
internal static partial class Addresses
{
    private static readonly string[] Home =
    [
        "live at", "lives at", "living at", "lived at", "address", "home is", "house is", "flat is", "apartment", "resides", "reside at", "moved to", "come to my", "my place", "her place", "his place", "visit me",
        "adresse", "anschrift", "wohnt", "wohne", "wohnen", "wohnung", "lebt in der", "zuhause", "zu hause", "haus in der", "daheim", "gezogen", "wohnhaft",
    ];

    /// <summary>Every home address.</summary>
    public static IEnumerable<SafetyFinding> Find(string text)
    {
        foreach (var match in English().Matches(text).Concat(German().Matches(text)))
        {
            if (match.Groups["postcode"].Success || Home.Any(word => Around(text, match).Contains(word, StringComparison.OrdinalIgnoreCase)))
                yield return PersonalData.Of("home_address", match.Index, match.Length);
        }
    }

    private static ReadOnlySpan<char> Around(string text, Match match)
    {
        var start = Math.Max(0, match.Index - 60);
        return text.AsSpan(start, Math.Min(text.Length, match.Index + match.Length + 30) - start);
    }

    [GeneratedRegex(
        @"\b\d{1,5}[A-Za-z]?,? (?:[A-Z][\p{L}'.-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Close|Terrace|Square|Way|Gardens|Crescent|Place|Grove|Hill|Row)\b(?:,? (?:[A-Z][\p{L}]+,? ){0,3}(?<postcode>[A-Z]{1,2}\d[A-Z0-9]? ?\d[A-Z]{2}|[A-Z]{2} \d{5})\b)?",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex English();

    [GeneratedRegex(
        @"\b[A-ZÄÖÜ][\p{L}-]*(?:(?:straße|strasse|str\.|weg|gasse|allee|platz|ring|damm|ufer)|(?:er|en|-|n)? (?:Straße|Strasse|Str\.|Weg|Gasse|Allee|Platz|Ring|Damm|Ufer)) \d{1,4} ?[a-z]?\b(?:(?:,| in)? ?(?<postcode>(?:D-|A-|CH-)?\d{4,5}) [A-ZÄÖÜ][\p{L}-]+)?",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex German();
}
