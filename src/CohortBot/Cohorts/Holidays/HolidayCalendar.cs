using System.Collections.Concurrent;

namespace CohortBot.Cohorts.Holidays;

/// <summary>The public holidays of a country, computed from its laws for any year.</summary>
internal static class HolidayCalendar
{
    private static readonly ConcurrentDictionary<(string Country, int Year), IReadOnlyDictionary<DateOnly, Holiday>> Years = [];

    /// <summary>The countries that are known, by their two letters (ISO 3166-1), in order.</summary>
    public static IReadOnlyList<string> Countries { get; } = [.. HolidayLaws.ByCountry.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The public holiday on a day, or null.</summary>
    public static Holiday? Find(string country, DateOnly date) => In(country, date.Year).GetValueOrDefault(date);

    /// <summary>The public holidays of a year, in order.</summary>
    public static IReadOnlyList<Holiday> List(string country, int year) => [.. In(country, year).Values.OrderBy(holiday => holiday.Date)];

    private static IReadOnlyDictionary<DateOnly, Holiday> In(string country, int year) =>
        Years.GetOrAdd((country, year), key => Compute(HolidayLaws.ByCountry[key.Country], key.Year));

    // A neighbouring year's holiday can be kept in this one: 1 January 2028 is a Saturday, kept in the US on 31 December 2027.
    private static Dictionary<DateOnly, Holiday> Compute(IReadOnlyList<HolidayRule> laws, int year)
    {
        var days = new Dictionary<DateOnly, Holiday>();
        int[] years = [year - 1, year, year + 1];
        var actual = years.SelectMany(other => laws.Select(law => (Law: law, Date: law.On(other)))).OrderBy(day => day.Date).ToList();
        foreach (var (law, date) in actual)
            days.TryAdd(date, Holiday.Public(date, law.Key));
        foreach (var (law, date) in actual)
        {
            var kept = Kept(law, date, days);
            days.TryAdd(kept, Holiday.Public(kept, law.Key));
        }

        return days.Where(day => day.Key.Year == year).ToDictionary();
    }

    private static DateOnly Kept(HolidayRule law, DateOnly date, Dictionary<DateOnly, Holiday> taken)
    {
        if (!IsWeekend(date) || law.Weekend == WeekendRule.Stays)
            return date;
        if (law.Weekend == WeekendRule.NearestWeekday)
            return date.AddDays(date.DayOfWeek == DayOfWeek.Saturday ? -1 : 1);
        var kept = date;
        while (IsWeekend(kept) || taken.ContainsKey(kept))
            kept = kept.AddDays(1);
        return kept;
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
