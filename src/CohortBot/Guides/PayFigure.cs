using System.Globalization;
using System.Text.RegularExpressions;
using CohortBot.Courses;

namespace CohortBot.Guides;

/// <summary>A sentence of a guide that holds figures, with where and when they hold and who says so. What the guide does not give is null.</summary>
/// <param name="Says">The sentence, letter by letter.</param>
/// <param name="Place">The place.</param>
/// <param name="Years">The years.</param>
/// <param name="Sources">The sources of the guide that it names.</param>
public sealed partial record PayFigure(string Says, string? Place, IReadOnlyList<int> Years, IReadOnlyList<Source> Sources)
{
    private const string Dropped = "dropped";

    /// <summary>The sentences with figures in what a guide says of pay.</summary>
    public static IReadOnlyList<PayFigure> Read(string says, IReadOnlyList<Source> sources) =>
        [.. SentenceEnd().Split(says).Where(sentence => sentence.Any(char.IsDigit)).Select(sentence => Read(sentence.Trim(), [.. sources.Where(source => source.Verdict != Dropped)]))];

    private static PayFigure Read(string sentence, List<Source> sources)
    {
        var named = sources.Where(source => Names(sentence, source)).DistinctBy(source => source.Organisation).ToList();
        var years = Year().Matches(sentence).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).Union(named.Select(source => source.Year).OfType<int>());
        var place = PlaceIn(sentence) ?? named.Select(source => PlaceIn($"{source.Organisation} {source.Claim}")).FirstOrDefault(found => found is not null);
        return new PayFigure(sentence, place, [.. years.Order()], named);
    }

    // "Indeed, Best Jobs of 2019" is named by "Indeed's Best Jobs of 2019"; one without a name of its own by repeating its figures.
    private static bool Names(string sentence, Source source)
    {
        if (sentence.Contains("no source", StringComparison.OrdinalIgnoreCase))
            return false;
        var name = source.Organisation.Split(',', '(')[0].Trim();
        var isName = name.Length > 0 && char.IsUpper(name[0]) && name != "Not found";
        return (isName && sentence.Contains(name, StringComparison.Ordinal)) || (!isName && SharesFigures(sentence, source));
    }

    /// <summary>Whether a text repeats an amount of money that a source claims.</summary>
    internal static bool SharesFigures(string sentence, Source source)
    {
        var figures = Figure().Matches(source.Claim).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return figures.Count > 0 && Figure().Matches(sentence).Any(match => figures.Contains(match.Value));
    }

    private static string? PlaceIn(string text) => PlaceName().Match(text) is { Success: true } match
        ? match.Value is "US" or "United States" ? "United States" : match.Value
        : null;

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[A-Z$€£])", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b(?![,k])", RegexOptions.None, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"[$€£]\d[\d,.]*\d[kKmM]?", RegexOptions.None, 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b(?:US|United States|Europe|China|Germany|United Kingdom|India)\b(?!\s+dollars)", RegexOptions.None, 1000)]
    private static partial Regex PlaceName();
}
