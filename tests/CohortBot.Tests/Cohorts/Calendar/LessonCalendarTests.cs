using System.Globalization;
using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Holidays;
using CohortBot.Texts;

namespace CohortBot.Tests.Cohorts.Calendar;

public sealed class LessonCalendarTests
{
    private static readonly Wording English = new TextCatalogue().In(Locale.English);

    [Theory]
    // Clocks go forward on 28 March and back on 31 October 2027 in Berlin: https://data.iana.org/time-zones/
    [InlineData("Europe/Berlin", "2027-03-25", "thu,mon 09:00", "2027-03-25 09:00 +01:00; 2027-03-29 09:00 +02:00")]
    [InlineData("Europe/Berlin", "2027-10-28", "thu,mon 09:00", "2027-10-28 09:00 +02:00; 2027-11-01 09:00 +01:00")]
    [InlineData("Europe/Berlin", "2027-03-27", "every day 02:30", "2027-03-27 02:30 +01:00; 2027-03-28 03:00 +02:00; 2027-03-29 02:30 +02:00")]
    [InlineData("Europe/Berlin", "2027-03-28", "every day 03:00", "2027-03-28 03:00 +02:00")]
    [InlineData("Europe/Berlin", "2027-03-28", "every day 01:59", "2027-03-28 01:59 +01:00")]
    [InlineData("Europe/Berlin", "2027-10-30", "every day 02:30", "2027-10-30 02:30 +02:00; 2027-10-31 02:30 +02:00; 2027-11-01 02:30 +01:00")]
    [InlineData("Europe/Berlin", "2027-10-31", "every day 03:00", "2027-10-31 03:00 +01:00")]
    // 14 March and 7 November 2027 in New York.
    [InlineData("America/New_York", "2027-03-13", "every day 02:30", "2027-03-13 02:30 -05:00; 2027-03-14 03:00 -04:00; 2027-03-15 02:30 -04:00")]
    [InlineData("America/New_York", "2027-11-07", "every day 01:30", "2027-11-07 01:30 -04:00; 2027-11-08 01:30 -05:00")]
    // Lord Howe moves by half an hour: forward on 3 October, back on 4 April 2027.
    [InlineData("Australia/Lord_Howe", "2027-10-02", "every day 02:10", "2027-10-02 02:10 +10:30; 2027-10-03 02:30 +11:00; 2027-10-04 02:10 +11:00")]
    [InlineData("Australia/Lord_Howe", "2027-04-03", "every day 01:45", "2027-04-03 01:45 +11:00; 2027-04-04 01:45 +11:00; 2027-04-05 01:45 +10:30")]
    [InlineData("Asia/Kolkata", "2027-03-27", "every day 09:00", "2027-03-27 09:00 +05:30; 2027-03-28 09:00 +05:30")]
    [InlineData("UTC", "2028-02-28", "every day 00:00", "2028-02-28 00:00 +00:00; 2028-02-29 00:00 +00:00; 2028-03-01 00:00 +00:00")]
    public void The_wall_time_stays_when_the_clocks_change(string zone, string first, string plan, string expected)
    {
        var places = Make(zone, first, plan, expected.Split(';').Length);
        Assert.Equal(expected, Show(places));
    }

    [Fact]
    public void A_time_that_does_not_exist_is_said()
    {
        var places = Make("Europe/Berlin", "2027-03-27", "every day 02:30", 3);
        Assert.Equal([[], [new GapMove(new TimeOnly(2, 30))], []], places.Select(place => place.Moves));
        Assert.Equal("02:30 does not exist that day: the clocks go forward", SlotMove.Say(English, SlotMove.Store(places[1].Moves)));
    }

    [Fact]
    public void A_lesson_on_a_holiday_moves_to_the_next_day_of_the_plan_and_the_reason_names_it()
    {
        var places = Make("Europe/Berlin", "2026-12-21", "mon,fri 09:00", 3, new HolidayList("DE", []));
        Assert.Equal("2026-12-21 09:00 +01:00; 2026-12-28 09:00 +01:00; 2027-01-04 09:00 +01:00", Show(places));
        Assert.Equal("Fri 25 Dec 2026 is Christmas Day", SlotMove.Say(English, SlotMove.Store(places[1].Moves)));
        Assert.Equal("Fri 1 Jan 2027 is New Year's Day", SlotMove.Say(English, SlotMove.Store(places[2].Moves)));
    }

    [Fact]
    public void An_interval_keeps_its_rhythm_over_a_holiday()
    {
        var places = Make("Europe/Berlin", "2026-12-22", "every 3 days 09:00", 3, new HolidayList("DE", []));
        Assert.Equal("2026-12-22 09:00 +01:00; 2026-12-28 09:00 +01:00; 2026-12-31 09:00 +01:00", Show(places));
    }

    [Fact]
    public void A_date_on_a_holiday_moves_to_the_next_day_that_is_none()
    {
        var places = Make("Europe/Berlin", "2026-12-01", "2026-12-25 09:00, 2027-01-07 14:30", 2, new HolidayList("DE", []));
        Assert.Equal("2026-12-27 09:00 +01:00; 2027-01-07 14:30 +01:00", Show(places));
        Assert.Equal(2, places[0].Moves.Count);
    }

    [Fact]
    public void Two_lessons_never_stand_on_the_same_place_and_keep_their_order()
    {
        Holiday[] own = [new(new DateOnly(2026, 12, 8), "Company day")];
        var places = Make("Europe/Berlin", "2026-12-01", "2026-12-08 14:00, 2026-12-09 09:00, 2026-12-09 14:00, 2026-12-10 14:00", 4, new HolidayList(null, own));
        Assert.Equal("2026-12-09 14:00 +01:00; 2026-12-10 09:00 +01:00; 2026-12-10 14:00 +01:00; 2026-12-11 14:00 +01:00", Show(places));
        Assert.Equal("Tue 8 Dec 2026 is Company day", SlotMove.Say(English, SlotMove.Store(places[0].Moves)));
        Assert.Equal("the lesson before it was moved here or later", SlotMove.Say(English, SlotMove.Store(places[1].Moves)));
    }

    [Fact]
    public void A_list_of_dates_ends()
    {
        Assert.Equal(2, Make("Europe/Berlin", "2026-12-01", "2026-12-08 14:00, 2026-12-09 09:00", 5).Count);
    }

    [Fact]
    public void Places_that_have_passed_are_gone()
    {
        var request = Request("Europe/Berlin", "2026-12-01", "mon,thu 09:00", 1);
        var place = Assert.Single(LessonCalendar.Make(request with { After = new DateTimeOffset(2026, 12, 7, 8, 0, 0, TimeSpan.Zero) }));
        Assert.Equal(new DateTime(2026, 12, 10, 9, 0, 0), place.At.DateTime);
    }

    internal static string Show(IEnumerable<CalendarPlace> places) =>
        string.Join("; ", places.Select(place => place.At.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)));

    private static IReadOnlyList<CalendarPlace> Make(string zone, string first, string plan, int count, HolidayList? holidays = null) =>
        LessonCalendar.Make(Request(zone, first, plan, count) with { Holidays = holidays ?? HolidayList.Empty });

    private static CalendarRequest Request(string zone, string first, string plan, int count) => new()
    {
        Plan = PostingPlan.Read(plan),
        Zone = TimeZoneInfo.FindSystemTimeZoneById(zone),
        FirstDay = DateOnly.ParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Count = count,
    };
}
