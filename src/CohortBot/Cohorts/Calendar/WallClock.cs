namespace CohortBot.Cohorts.Calendar;

/// <summary>From wall time to instants. Uses only the sure direction of the zone's table, from instant to offset.</summary>
internal static class WallClock
{
    private static readonly TimeSpan Around = TimeSpan.FromDays(2); // more than any offset, and than the widest gap that ever was (a day)

    /// <summary>
    /// The instant at which a zone's clocks show a time, with its offset. Where they show it twice, the first; where they never do, the first instant
    /// after the gap.
    /// </summary>
    public static DateTimeOffset Find(DateTime local, TimeZoneInfo zone)
    {
        var near = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);
        var (before, after) = (zone.GetUtcOffset(near - Around), zone.GetUtcOffset(near + Around));
        DateTimeOffset[] fitting =
        [
            .. new[] { before, after }
                .Select(offset => new DateTimeOffset(near.DateTime, offset))
                .Where(moment => zone.GetUtcOffset(moment) == moment.Offset)
                .OrderBy(moment => moment.UtcTicks),
        ];
        return fitting.Length > 0 ? fitting[0] : EndOfGap(near - Around, near + Around, zone);
    }

    private static DateTimeOffset EndOfGap(DateTimeOffset before, DateTimeOffset after, TimeZoneInfo zone)
    {
        var old = zone.GetUtcOffset(before);
        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before + TimeSpan.FromSeconds(Math.Floor((after - before).TotalSeconds / 2));
            if (zone.GetUtcOffset(middle) == old)
                before = middle;
            else
                after = middle;
        }

        return TimeZoneInfo.ConvertTime(after, zone);
    }
}
