using System.Globalization;
using CohortBot.Cohorts.Holidays;
using CohortBot.Texts;

namespace CohortBot.Tests.Cohorts.Holidays;

public sealed class HolidayCalendarTests
{
    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_is_found(int year, string expected) => Assert.Equal(Day(expected), Easter.Of(year));

    [Theory]
    [InlineData("DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26")]
    [InlineData("AT", 2026, "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26")]
    [InlineData("CH", 2026, "01-01 05-14 08-01 12-25")]
    [InlineData("FR", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("NL", 2026, "01-01 04-06 04-27 05-05 05-14 05-25 12-25 12-26")]
    // https://www.gov.uk/bank-holidays: 28 December 2026 stands in for Boxing Day, a Saturday; 27 and 28 December 2027 for both days.
    [InlineData("GB", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28")]
    [InlineData("GB", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28")]
    [InlineData("GB", 2022, "01-01 01-03 04-15 04-18 05-02 05-30 08-29 12-25 12-26 12-27")]
    [InlineData("IE", 2026, "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26")]
    // https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/: 3 July 2026 for Saturday the 4th; 31 December 2027 for New Year 2028.
    [InlineData("US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25")]
    [InlineData("US", 2027, "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31")]
    [InlineData("CA", 2026, "01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-26 12-28")]
    public void A_years_holidays_are_those_of_the_law(string country, int year, string expected) =>
        Assert.Equal(expected, string.Join(' ', HolidayCalendar.List(country, year).Select(holiday => holiday.Date.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("NL", "2025-04-26", true)] // 27 April 2025 is a Sunday
    [InlineData("NL", "2025-04-27", false)]
    [InlineData("IE", "2030-02-01", true)] // a Friday
    [InlineData("IE", "2030-02-04", false)]
    [InlineData("CA", "2027-05-24", true)] // Monday before 25 May
    public void Exceptions_of_the_law_are_kept(string country, string day, bool isHoliday) =>
        Assert.Equal(isHoliday, HolidayCalendar.Find(country, Day(day)) is not null);

    [Fact]
    public void Every_holiday_and_country_has_a_name_in_every_language()
    {
        var texts = new TextCatalogue();
        foreach (var locale in Locale.Offered)
        {
            Assert.All(HolidayCalendar.Countries, country =>
            {
                Assert.NotEmpty(texts.In(locale).Say($"holidays.country_{country}"));
                Assert.All(HolidayCalendar.List(country, 2026), holiday => Assert.NotEmpty(holiday.Say(texts.In(locale))));
            });
        }
    }

    [Theory]
    [InlineData("2026-12-31", "2026-11-01", null)] // sixty days are left
    [InlineData("2026-12-31", "2026-11-02", "2026-12-31")]
    [InlineData("2026-12-31", "2027-02-01", "2026-12-31")]
    public void An_own_list_that_soon_ends_warns(string last, string today, string? expected)
    {
        var list = new HolidayList("DE", [new Holiday(new DateOnly(2026, 1, 2), "Bridge"), new Holiday(Day(last), "Last")]);
        Assert.Equal(expected is null ? null : Day(expected), list.EndsSoon(Day(today)));
        Assert.Null(new HolidayList("DE", []).EndsSoon(Day(today)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
