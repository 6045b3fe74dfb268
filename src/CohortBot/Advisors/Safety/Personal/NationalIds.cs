using System.Text.RegularExpressions;

namespace CohortBot.Advisors.Safety.Personal;

/// <summary>Numbers under which a state knows a person: social security, tax, insurance, passport.</summary>
internal static partial class NationalIds
{
    /// <summary>Every such number.</summary>
    public static IEnumerable<SafetyFinding> Find(string text) =>
        NumberRuns.In(text).Where(IsNational).Select(run => PersonalData.Of("national_id", run.Start, run.End - run.Start))
            .Concat(British().Matches(text).Concat(GermanPension().Matches(text)).Select(match => PersonalData.Of("national_id", match.Index, match.Length)))
            .Concat(Document().Matches(text).Where(match => match.Groups["number"].Value.Count(char.IsAsciiDigit) >= 4)
                .Select(match => PersonalData.Of("national_id", match.Groups["number"].Index, match.Groups["number"].Length)));

    private static bool IsNational(NumberRun run) => !run.IsPartOfWord && (IsAmerican(run) || IsGermanTax(run) || IsSwiss(run) || IsNamed(run));

    // 123-45-6789 without the areas that are never given. https://www.ssa.gov/employer/randomization.html
    private static bool IsAmerican(NumberRun run)
    {
        var written = run.Written;
        return written.Length == 11 && written[3] == '-' && written[6] == '-' && run.Digits.Length == 9
            && run.Digits[0] != '9' && !run.Digits.StartsWith("000", StringComparison.Ordinal) && !run.Digits.StartsWith("666", StringComparison.Ordinal);
    }

    // Eleven digits, not beginning with 0, of the first ten one twice or three times, the last by ISO/IEC 7064, MOD 11,10.
    private static bool IsGermanTax(NumberRun run)
    {
        if (run.Digits.Length != 11 || run.Digits[0] == '0')
            return false;
        var most = run.Digits[..10].CountBy(digit => digit).Max(pair => pair.Value);
        var product = 10;
        foreach (var digit in run.Digits[..10])
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return most is 2 or 3 && (11 - product) % 10 == run.Digits[10] - '0';
    }

    // 756.1234.5678.97, checked like a bar code (EAN-13).
    private static bool IsSwiss(NumberRun run)
    {
        if (run.Digits.Length != 13 || !run.Digits.StartsWith("756", StringComparison.Ordinal))
            return false;
        var sum = run.Digits[..12].Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 1 : 3)).Sum();
        return (10 - sum % 10) % 10 == run.Digits[12] - '0';
    }

    private static bool IsNamed(NumberRun run) =>
        run.Digits.Length is >= 8 and <= 13
        && run.Follows("social security", "ssn", "steuer-id", "steuer id", "steueridentifikation", "sozialversicherung", "svnr", "sv-nummer", "national insurance", "ahv", "tax id", "taxpayer");

    // Two letters, six digits, a letter from A to D.
    [GeneratedRegex(@"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex British();

    // Area, date of birth, first letter of the name at birth, serial and check digits.
    [GeneratedRegex(@"\b\d\d ?[0-3]\d[01]\d\d\d ?[A-Z] ?\d{3}\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex GermanPension();

    [GeneratedRegex(
        @"\b(?:passport|passnummer|reisepass|reisepassnummer|ausweisnummer|personalausweis|personalausweisnummer|id card|identity card|driving licence|driver's license|f[uü]hrerschein|f[uü]hrerscheinnummer)(?: (?:number|nummer|no|nr|is|ist|lautet))*[.:]? ?(?<number>[A-Za-z0-9]{7,12})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Document();
}
