using System.Text.RegularExpressions;
using CohortBot.Courses;

namespace CohortBot.Guides;

/// <summary>Which of a guide's sources a section rests on: those that it names, and "one guide" or "an essay" by that word.</summary>
internal static partial class SectionSources
{
    private const string Dropped = "dropped";
    private const string NotFound = "not found";
    private const string Index = "AI Index"; // comes every year: told apart by the edition

    /// <summary>The sources, each organisation once; the guide's first one where the section names none.</summary>
    public static IReadOnlyList<Source> Of(Guide guide, string text)
    {
        var known = guide.Sources.Where(source => source.Verdict != Dropped && !source.Organisation.Equals(NotFound, StringComparison.OrdinalIgnoreCase)).ToList();
        var named = known.Where(source => Names(text, source)).DistinctBy(source => (source.Organisation, source.Year)).ToList();
        return named.Count > 0 ? named : [.. known.Take(1)];
    }

    private static bool Names(string text, Source source)
    {
        var organisation = source.Organisation;
        if (!char.IsUpper(organisation[0]))
            return PayFigure.SharesFigures(text, source) || (Kind().Match(organisation) is { Success: true } kind && Regex.IsMatch(text, $@"\b{kind.Value}\b", RegexOptions.None, TimeSpan.FromSeconds(1)));
        return Edition().Match(organisation) is { Success: true } edition && edition.Groups["name"].Value == Index
            ? text.Contains(Index, StringComparison.Ordinal) && text.Contains(edition.Groups["year"].Value, StringComparison.Ordinal)
            : text.Contains(ShortName(organisation), StringComparison.Ordinal);
    }

    // "Princeton University, computer science" is called Princeton, "Glassdoor (as quoted)" Glassdoor.
    private static string ShortName(string organisation) =>
        University().Replace(organisation.Split(['(', ','], StringSplitOptions.TrimEntries)[0], "");

    [GeneratedRegex(@"\b(?:guide|essay|site|course)\b", RegexOptions.None, 1000)]
    private static partial Regex Kind();

    [GeneratedRegex(@"^University of | University$", RegexOptions.None, 1000)]
    private static partial Regex University();

    [GeneratedRegex(@", (?<name>[A-Z][^,(]*?) (?:of )?(?<year>(?:19|20)\d\d)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Edition();
}
