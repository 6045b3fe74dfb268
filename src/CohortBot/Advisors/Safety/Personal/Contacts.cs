using System.Text.RegularExpressions;

namespace CohortBot.Advisors.Safety.Personal;

/// <summary>E-mail addresses and telephone numbers, whoever's they are.</summary>
internal static partial class Contacts
{
    private const int FewestDigits = 8;
    private const int MostDigits = 15; // ITU-T E.164

    /// <summary>Every address and number.</summary>
    public static IEnumerable<SafetyFinding> Find(string text) =>
        Address().Matches(text).Select(match => PersonalData.Of("email", match.Index, match.Length))
            .Concat(NumberRuns.In(text).Where(run => !run.IsPartOfWord && IsTelephone(run)).Select(run => Whole(text, run)));

    private static bool IsTelephone(NumberRun run)
    {
        if (run.Digits.Length is < FewestDigits or > MostDigits || IsDateOrRange(run))
            return false;
        var isInternational = run.Start > 0 && run.Text[run.Start - 1] == '+';
        return isInternational || run.Digits.StartsWith("00", StringComparison.Ordinal) || IsNational(run) || IsAmerican(run)
            || run.Follows("phone", "mobile", "cell", "call me at", "call him", "call her", "whatsapp", "telefon", "handy", "tel.", "tel:", "mobilnummer", "rufnummer", "erreichbar unter", "ruf mich", "ruf an", "anrufen unter");
    }

    private static bool IsNational(NumberRun run) => run.Digits[0] == '0' && run.Digits.Length is >= 9 and <= 13 && !run.Written.Contains('.');

    // 202-555-0143 and (202) 555-0143.
    private static bool IsAmerican(NumberRun run)
    {
        if (run.Digits.Length is not 10 || run.Digits[0] < '2')
            return false;
        var groups = run.Written.ToString().Split(['-', ' ', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return groups is [{ Length: 3 }, { Length: 3 }, { Length: 4 }];
    }

    // 2015-2018, 01.02.2026, 2026-11-30, 10 000 000.
    private static bool IsDateOrRange(NumberRun run)
    {
        var groups = run.Written.ToString().Split(['-', '.', '/', ' ', '–'], StringSplitOptions.RemoveEmptyEntries);
        var isThousands = groups.Length > 1 && groups[0].Length <= 3 && run.Digits[0] != '0' && groups.Skip(1).All(group => group is "000" or "500");
        var isDate = groups.Length == 3 && groups.All(group => group.Length is 1 or 2 or 4) && groups.Count(group => group.Length == 4) == 1 && run.Digits.Length <= 8;
        return isThousands || isDate || (groups.Length == 2 && groups.All(group => group.Length == 4 && group[0] is '1' or '2'));
    }

    private static SafetyFinding Whole(string text, NumberRun run)
    {
        var start = run.Start;
        while (start > 0 && text[start - 1] is '+' or '(')
            start--;
        return PersonalData.Of("phone", start, run.End - start);
    }

    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
