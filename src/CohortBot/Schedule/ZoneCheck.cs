using System.Globalization;
using CohortBot.Operations;

namespace CohortBot.Schedule;

/// <summary>Whether the machine knows the world's time zones and languages: lessons are posted by local hours and dates are written out.</summary>
internal sealed class ZoneCheck : IDoctorCheck
{
    private static readonly DateTime Winter = new(2026, 1, 15, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Summer = new(2026, 7, 15, 12, 0, 0, DateTimeKind.Utc);

    /// <inheritdoc/>
    public string Name => "zones";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>([Zones(), Languages()]);

    private static Finding Zones()
    {
        var isKnown = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Berlin", out var berlin)
            && berlin.GetUtcOffset(Winter) == TimeSpan.FromHours(1) && berlin.GetUtcOffset(Summer) == TimeSpan.FromHours(2);
        return isKnown
            ? Finding.Well("doctor.zones_well", ("count", TimeZoneInfo.GetSystemTimeZones().Count))
            : Finding.Broken("doctor.zones_missing");
    }

    private static Finding Languages() => SpeaksGerman() ? Finding.Well("doctor.languages_well") : Finding.Look("doctor.languages_missing");

    // Without ICU every language is the invariant one, or asking for one throws: https://aka.ms/dotnet-missing-libicu
    private static bool SpeaksGerman()
    {
        try
        {
            return CultureInfo.GetCultureInfo("de").DateTimeFormat.GetMonthName(1) == "Januar";
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
