using System.Globalization;
using CohortBot.Budgets;

namespace CohortBot.Tests.Budgets;

public sealed class BudgetPeriodsTests
{
    [Theory]
    [InlineData("2027-03-24T12:00Z", "2027-03-22", 167)] // clocks go forward on Sunday the 28th
    [InlineData("2026-10-21T12:00Z", "2026-10-19", 169)] // and back on Sunday the 25th
    [InlineData("2026-12-02T12:00Z", "2026-11-30", 168)]
    public void A_week_begins_on_Monday_and_is_as_long_as_the_clocks_make_it(string at, string monday, int hours)
    {
        var periods = BudgetPeriods.Of(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), memberZone: null, "Europe/Berlin");

        Assert.Equal(DateOnly.Parse(monday, CultureInfo.InvariantCulture), periods.Week);
        Assert.Equal(TimeSpan.FromHours(hours), periods.WeekEndsAt - periods.WeekStartsAt);
    }

    [Theory]
    [InlineData("2026-12-06T22:59:59Z", "2026-11-30")]
    [InlineData("2026-12-06T23:00:00Z", "2026-12-07")]
    public void A_week_turns_at_the_cohorts_midnight(string at, string monday) =>
        Assert.Equal(DateOnly.Parse(monday, CultureInfo.InvariantCulture), BudgetPeriods.Of(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), "America/Los_Angeles", "Europe/Berlin").Week);

    [Theory]
    [InlineData("2027-04-29T12:00Z", "Africa/Cairo", "2027-04-29T22:00Z")] // there is no midnight: 00:00 becomes 01:00
    [InlineData("2026-10-24T12:00Z", "Asia/Beirut", "2026-10-24T22:00Z")] // midnight becomes 23:00 once more
    [InlineData("2026-10-25T12:00Z", "Europe/Berlin", "2026-10-25T23:00Z")]
    public void A_day_opens_at_the_first_instant_of_the_next(string at, string zone, string opens)
    {
        var periods = BudgetPeriods.Of(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), zone, "UTC");

        Assert.Equal(DateTimeOffset.Parse(opens, CultureInfo.InvariantCulture), periods.DayEndsAt.ToUniversalTime());
        Assert.Equal(periods.Day.AddDays(1), BudgetPeriods.Of(periods.DayEndsAt, zone, "UTC").Day);
        Assert.Equal(periods.Day, BudgetPeriods.Of(periods.DayEndsAt.AddSeconds(-1), zone, "UTC").Day);
    }

    [Fact]
    public void A_zone_that_nobody_knows_is_the_cohorts()
    {
        Assert.Equal("Europe/Berlin", BudgetPeriods.Of(default, "Mars/Olympus", "Europe/Berlin").MemberZone);
        Assert.Equal("UTC", BudgetPeriods.Of(default, memberZone: null, "Mars/Olympus").CohortZone);
    }
}
