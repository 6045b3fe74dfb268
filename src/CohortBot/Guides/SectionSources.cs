using System.Text.RegularExpressions;
using CohortBot.Courses;

namespace CohortBot.Guides;

/// <summary>Which of a guide's sources a section rests on: those that it names, and "one guide" or "an essay" by that word.</summary>
internal static partial class SectionSources
{
    private const string Dropped = "dropped";
    private const string NotFound = "not found";

    /// <summary>The sources, each organisation once; the guide's first one where the section names none.</summary>
    public static IReadOnlyList<Source> Of(Guide guide, string text)
    {
        var known = guide.Sources.Where(source => source.Verdict != Dropped && !source.Organisation.Equals(NotFound, StringComparison.OrdinalIgnoreCase)).ToList();
        var named = known.Where(source => Names(text, source.Organisation)).DistinctBy(source => (source.Organisation, source.Year)).ToList();
        return named.Count > 0 ? named : [.. known.Take(1)];
    }

    // "Stanford HAI, AI Index 2023" by the edition where it has one, since there are several; else "Glassdoor (as quoted)" by the name.
    private static bool Names(string text, string organisation)
    {
        if (!char.IsUpper(organisation[0]))
            return Kind().Match(organisation) is { Success: true } kind && Regex.IsMatch(text, $@"\b{kind.Value}\b", RegexOptions.None, TimeSpan.FromSeconds(1));
        var parts = organisation.Split(['(', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Edition().Match(organisation) is { Success: true } edition
            ? text.Contains(edition.Groups["name"].Value, StringComparison.Ordinal) && text.Contains(edition.Groups["year"].Value, StringComparison.Ordinal)
            : text.Contains(parts[0], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b(?:guide|essay|site|course)\b", RegexOptions.None, 1000)]
    private static partial Regex Kind();

    [GeneratedRegex(@", (?<name>[A-Z][^,(]*?) (?:of )?(?<year>(?:19|20)\d\d)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Edition();
}
