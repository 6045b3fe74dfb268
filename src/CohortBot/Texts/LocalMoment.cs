namespace CohortBot.Texts;

/// <summary>An instant as the people of a zone read it: "Mon 7 Dec, 09:00 (UTC+01:00)".</summary>
/// <param name="At">The instant.</param>
/// <param name="Zone">The IANA zone in which it is read.</param>
/// <param name="ShowsOffset">Whether the offset from UTC is said.</param>
public sealed record LocalMoment(DateTimeOffset At, string Zone, bool ShowsOffset = false)
{
    /// <summary>The instant with the zone's offset on that day.</summary>
    public DateTimeOffset Local => TimeZoneInfo.ConvertTime(At, TimeZoneInfo.FindSystemTimeZoneById(Zone));
}
