namespace CohortBot.Cohorts.Holidays;

/// <summary>How the law finds a holiday's day.</summary>
/// <param name="Key">The key of its name.</param>
/// <param name="On">Its day in a year.</param>
/// <param name="Weekend">What the law does when it falls on a weekend.</param>
internal sealed record HolidayRule(string Key, Func<int, DateOnly> On, WeekendRule Weekend = WeekendRule.Stays)
{
    /// <summary>The same day each year.</summary>
    public static HolidayRule Fixed(string key, int month, int day, WeekendRule weekend = WeekendRule.Stays) =>
        new(key, year => new DateOnly(year, month, day), weekend);

    /// <summary>So many days after Easter Sunday.</summary>
    public static HolidayRule AfterEaster(string key, int days) => new(key, year => Easter.Of(year).AddDays(days));

    /// <summary>The n-th of a weekday in a month.</summary>
    public static HolidayRule Nth(string key, int month, DayOfWeek weekday, int n) =>
        new(key, year => OnOrAfter(new DateOnly(year, month, 1), weekday).AddDays(7 * (n - 1)));

    /// <summary>The last of a weekday in a month.</summary>
    public static HolidayRule Last(string key, int month, DayOfWeek weekday) =>
        new(key, year => OnOrAfter(new DateOnly(year, month, DateTime.DaysInMonth(year, month)).AddDays(-6), weekday));

    /// <summary>The first of a weekday on or after a day.</summary>
    public static DateOnly OnOrAfter(DateOnly day, DayOfWeek weekday) => day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);
}

/// <summary>What the law does with a holiday on a Saturday or Sunday; the day itself stays free in any case.</summary>
internal enum WeekendRule
{
    /// <summary>Nothing.</summary>
    Stays,

    /// <summary>The next weekday that is no holiday yet is free as well.</summary>
    NextFreeWeekday,

    /// <summary>Saturday's is kept on the Friday before, Sunday's on the Monday after.</summary>
    NearestWeekday,
}
