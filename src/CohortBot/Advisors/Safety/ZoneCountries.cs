namespace CohortBot.Advisors.Safety;

/// <summary>
/// Which country a time zone lies in, from the table that the system keeps beside its zones (https://data.iana.org/time-zones/tz-link.html, <c>zone.tab</c>).
/// A system without it, such as Windows, knows none.
/// </summary>
internal static class ZoneCountries
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Table = new(Read);

    /// <summary>The two letters of the country, or null where they are not known.</summary>
    public static string? Find(string zone) => Table.Value.GetValueOrDefault(zone);

    private static Dictionary<string, string> Read()
    {
        var file = new[] { Environment.GetEnvironmentVariable("TZDIR"), "/usr/share/zoneinfo", "/usr/lib/zoneinfo" }
            .Where(folder => !string.IsNullOrEmpty(folder)).Select(folder => Path.Combine(folder!, "zone.tab")).FirstOrDefault(File.Exists);
        if (file is null)
            return [];
        return File.ReadLines(file).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).Where(fields => fields.Length >= 3)
            .DistinctBy(fields => fields[2], StringComparer.Ordinal).ToDictionary(fields => fields[2], fields => fields[0], StringComparer.Ordinal);
    }
}
