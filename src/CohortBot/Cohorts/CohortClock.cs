namespace CohortBot.Cohorts;

/// <summary>Days as a zone counts them.</summary>
internal static class CohortClock
{
    /// <summary>The day of an instant in a zone.</summary>
    public static DateOnly Day(DateTimeOffset at, string zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
}
