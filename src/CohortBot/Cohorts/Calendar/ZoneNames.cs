using System.Text.RegularExpressions;
using CohortBot.Commands;

namespace CohortBot.Cohorts.Calendar;

/// <summary>The IANA zones, and what a mistyped one was probably meant to be.</summary>
internal static partial class ZoneNames
{
    private const int MostSuggested = 3;

    /// <summary>The zones that completion offers first: where most courses are held.</summary>
    public static readonly IReadOnlyList<string> Popular =
    [
        "Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "Europe/London", "Europe/Paris", "Europe/Amsterdam", "Europe/Dublin", "America/New_York",
        "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Toronto", "America/Sao_Paulo", "Africa/Lagos", "Africa/Nairobi",
        "Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "UTC",
    ];

    private static readonly Lazy<IReadOnlyList<string>> Known = new(() =>
        [.. Popular.Concat(TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId).Select(zone => zone.Id).Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)]);

    /// <summary>All zones, the popular ones first.</summary>
    public static IReadOnlyList<string> All => Known.Value;

    /// <summary>The zone as it is properly written.</summary>
    /// <exception cref="CommandException">There is none; the text names the nearest.</exception>
    public static string Read(string typed)
    {
        if (Find(typed) is { } found)
            return found;
        var near = Nearest(typed.Trim().Replace(' ', '_'));
        throw near.Count == 0
            ? new CommandException("cohorts.zone_unknown", ("zone", typed))
            : new CommandException("cohorts.zone_unknown_near", ("zone", typed), ("near", string.Join(", ", near)));
    }

    /// <summary>The zone as it is properly written, or null.</summary>
    public static string? Find(string? typed)
    {
        var name = typed?.Trim().Replace(' ', '_') ?? "";
        if (All.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        // Older names such as Asia/Calcutta are links: the system finds them, and does not list them.
        return Shape().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? name : null;
    }

    /// <summary>Up to three zones that a mistyped name could mean, the likeliest first: "Berlin" and "Europe/Berln" are Europe/Berlin.</summary>
    public static IReadOnlyList<string> Nearest(string typed)
    {
        var wanted = typed.ToUpperInvariant();
        var city = wanted.Split('/')[^1];
        if (city.Length < 2)
            return [];
        return
        [
            .. All.Select(zone => (Zone: zone, Distance: Distance(wanted, city, zone.ToUpperInvariant())))
                .Where(candidate => candidate.Distance is not null)
                .OrderBy(candidate => candidate.Distance)
                .Select(candidate => candidate.Zone)
                .Take(MostSuggested),
        ];
    }

    private static int? Distance(string wanted, string city, string zone)
    {
        var zoneCity = zone.Split('/')[^1];
        int?[] distances = [CommandCatalogue.Distance(wanted, zone), CommandCatalogue.Distance(city, zoneCity) + 1];
        var distance = zoneCity == city ? 1 : distances.Min();
        return distance <= Math.Max(2, city.Length / 3) ? distance : null;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
