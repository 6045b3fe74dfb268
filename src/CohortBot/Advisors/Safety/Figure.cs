using System.Globalization;
using System.Text.RegularExpressions;

namespace CohortBot.Advisors.Safety;

/// <summary>What a number counts.</summary>
internal enum FigureKind
{
    /// <summary>Nothing that is looked at.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A share of a hundred.</summary>
    Percent,
}

/// <summary>A number in a text: <c>$120k</c>, <c>54.000 €</c>, <c>12 %</c>.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Value">The number itself: 120000, 54000, 12.</param>
/// <param name="Written">As it stands in the text.</param>
internal sealed partial record Figure(FigureKind Kind, decimal Value, string Written)
{
    /// <summary>Every number of a text. The first number of a range counts what the second does: both in "10–20 %" are shares.</summary>
    public static IEnumerable<Figure> In(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            if (Read(match.Groups["number"].Value, match.Groups["times"].Value) is not { } value)
                continue;
            var kind = KindOf(match);
            if (kind != FigureKind.Number && match.Groups["first"] is { Success: true } first && Read(first.Value, match.Groups["firsttimes"].Value is { Length: > 0 } own ? own : match.Groups["times"].Value) is { } from)
                yield return new Figure(kind, from, match.Value.Trim());
            else if (match.Groups["first"] is { Success: true } alone && Read(alone.Value, match.Groups["firsttimes"].Value) is { } number)
                yield return new Figure(FigureKind.Number, number, alone.Value);
            yield return new Figure(kind, value, match.Value.Trim());
        }
    }

    private static FigureKind KindOf(Match match)
    {
        if (match.Groups["percent"].Success)
            return FigureKind.Percent;
        return match.Groups["sign"].Success || match.Groups["firstsign"].Success || match.Groups["currency"].Success || match.Groups["times"].Value is "k" or "K" ? FigureKind.Money : FigureKind.Number;
    }

    // A point or comma before exactly three digits separates thousands, as both English and German write them; any other is the decimal one.
    private static decimal? Read(string number, string times)
    {
        var plain = Thousands().Replace(number.Replace('\u00A0', ' '), "").Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 1_000_000_000_000)
            return null;
        return value * times.TrimEnd('.').ToLowerInvariant() switch
        {
            "k" or "thousand" or "tausend" or "tsd" => 1_000,
            "m" or "million" or "millionen" or "mio" => 1_000_000,
            "bn" or "billion" or "milliarden" or "mrd" => 1_000_000_000,
            _ => 1,
        };
    }

    [GeneratedRegex(
        """
        (?: (?<firstsign>[$€£]|(?:USD|EUR|GBP|CHF)[ ])? (?<first>\d+(?:[.,\u00A0]\d+)*) [ ]?(?<firsttimes>k|K|million|Millionen)? [ ]?(?:-|–|—|to|bis)[ ]?(?:over[ ]|über[ ])? )?
        (?<sign>[$€£]|(?:USD|EUR|GBP|CHF)[ ])? (?<number>\d+(?:[.,\u00A0]\d+)*)
        (?: [ \u00A0]?(?<times>k\b|K\b|m\b|M\b|bn\b|thousand\b|tausend\b|Tausend\b|Tsd\b\.?|million\b|Millionen\b|Mio\b\.?|billion\b|Milliarden\b|Mrd\b\.?) )?
        (?: [ \u00A0]?(?: (?<percent>%|percent\b|per[ ]cent\b|Prozent\b) | (?<currency>[$€£]|(?:US[ ])?dollars?\b|euros?\b|Euro\b|pounds?\b|USD\b|EUR\b|GBP\b|CHF\b|francs?\b|Franken\b) ) )?
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=\d)[.,](?=\d{3}(?!\d))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Thousands();
}
