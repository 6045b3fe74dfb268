using Microsoft.Extensions.Options;

namespace CohortBot.Advisors.Safety;

/// <summary>Chooses the help lines for a person: of the country that their zone lies in, else of their cohort's.</summary>
internal sealed class HelpLines(IOptions<SafetyOptions> options)
{
    /// <summary>
    /// The lines for a person, those that speak the language first; those for every country come last. Empty where none fits: the line of another
    /// country often cannot be reached.
    /// </summary>
    /// <param name="zones">IANA zones, the person's own before the cohort's.</param>
    /// <param name="country">The cohort's country, where it is known.</param>
    /// <param name="language">The two letters of the person's language.</param>
    public IReadOnlyList<HelpLine> For(IEnumerable<string> zones, string? country, string language)
    {
        var lines = options.Value.HelpLines;
        var here = zones.Select(ZoneCountries.Find).Append(country).FirstOrDefault(known => known is not null);
        return
        [
            .. lines.Where(line => line.Country.Equals(here, StringComparison.OrdinalIgnoreCase)).OrderBy(line => line.Languages.Contains(language, StringComparer.OrdinalIgnoreCase) ? 0 : 1),
            .. lines.Where(line => line.Country == HelpLine.Everywhere),
        ];
    }
}
