namespace CohortBot.Advisors.Safety.Personal;

/// <summary>Numbers of payment cards: 13 to 19 digits of a known issuer whose last one is right (ISO/IEC 7812, Luhn).</summary>
internal static class CardNumbers
{
    /// <summary>Every card number.</summary>
    public static IEnumerable<SafetyFinding> Find(string text) =>
        NumberRuns.In(text).Where(run => !run.IsPartOfWord && IsCard(run.Digits)).Select(run => PersonalData.Of("card_number", run.Start, run.End - run.Start));

    private static bool IsCard(string digits) =>
        digits.Length is >= 13 and <= 19 && digits[0] is >= '2' and <= '6' && digits.Distinct().Count() > 1 && HasRightEnd(digits);

    private static bool HasRightEnd(string digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[^(place + 1)] - '0';
            if (place % 2 == 1)
                digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
