using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Holidays;
using CohortBot.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace CohortBot.Tests.Cohorts.Calendar;

/// <summary>What holds for every zone, plan, start and set of holidays.</summary>
public sealed class LessonCalendarProperties
{
    private static readonly string[] Zones =
    [
        "Europe/Berlin", "Europe/Dublin", "America/New_York", "America/Santiago", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata", "Asia/Tehran",
        "Africa/Casablanca", "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Apia", "America/Nuuk", "Africa/Cairo", "Asia/Gaza", "Antarctica/Troll", "UTC",
    ];

    private static readonly Gen<TimeOnly> Times =
        from hour in Gen.Frequency((3, Gen.Choose(0, 3)), (1, Gen.Choose(4, 23)))
        from minute in Gen.Elements(0, 15, 29, 30, 31, 45, 59)
        select new TimeOnly(hour, minute);

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 365 * 4).Select(day => new DateOnly(2026, 1, 1).AddDays(day));

    private static readonly Gen<PostingPlan> Plans = Gen.OneOf(
        Times.SelectMany(time => Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<DayOfWeek>())), PostingPlan (time, days) =>
            new WeekdaysPlan([.. days.Distinct().OrderBy(DayNames.Order)], time)),
        Times.SelectMany(_ => Gen.Choose(1, 10), PostingPlan (time, days) => new IntervalPlan(days, time)),
        Gen.NonEmptyListOf(Days.SelectMany(_ => Times, (day, time) => day.ToDateTime(time))).Select(PostingPlan (moments) => new DatesPlan([.. moments.Distinct().Order()])));

    private static readonly Arbitrary<CalendarRequest> Requests = Arb.From(
        from plan in Plans
        from zone in Gen.Elements(Zones)
        from first in Days
        from count in Gen.Choose(1, 30)
        from country in Gen.Elements<string?>([null, .. HolidayCalendar.Countries])
        from own in Gen.ListOf(Days)
        select new CalendarRequest
        {
            Plan = plan,
            Zone = TimeZoneInfo.FindSystemTimeZoneById(zone),
            FirstDay = first,
            Count = count,
            Holidays = new HolidayList(country, [.. own.Distinct().Order().Select(day => new Holiday(day, "Own day"))]),
        });

    [Fact]
    public void Lessons_follow_one_another_and_never_share_a_place() =>
        Hold(request => LessonCalendar.Make(request).Select(place => place.At.UtcTicks).ToList() is var ticks && ticks.SequenceEqual(ticks.Distinct().Order()));

    [Fact]
    public void No_lesson_stands_on_a_holiday() =>
        Hold(request => LessonCalendar.Make(request).All(place => request.Holidays.Find(DateOnly.FromDateTime(place.At.DateTime)) is null));

    [Fact]
    public void The_clocks_of_the_zone_show_what_is_said() =>
        Hold(request => LessonCalendar.Make(request).All(place => TimeZoneInfo.ConvertTime(place.At.ToUniversalTime(), request.Zone).EqualsExact(place.At)));

    [Fact]
    public void The_time_is_the_plans_time_unless_a_gap_is_named() =>
        Hold(request => LessonCalendar.Make(request).All(place =>
            place.Moves.OfType<GapMove>().Any() || TimesOf(request.Plan).Contains(TimeOnly.FromDateTime(place.At.DateTime))));

    [Fact]
    public void A_lesson_in_a_gap_stands_at_the_first_instant_after_it() =>
        Hold(request => LessonCalendar.Make(request).Where(place => place.Moves.OfType<GapMove>().Any())
            .All(place => request.Zone.GetUtcOffset(place.At.AddSeconds(-1)) < place.At.Offset));

    [Fact]
    public void Of_a_time_that_comes_twice_the_first_counts() =>
        Hold(request => LessonCalendar.Make(request).All(place =>
            Enumerable.Range(1, 12).All(quarter => TimeZoneInfo.ConvertTime(place.At.AddMinutes(-15 * quarter), request.Zone).DateTime != place.At.DateTime)));

    [Fact]
    public void As_many_lessons_have_a_place_as_were_asked_for_unless_dates_end() =>
        Hold(request => request.Plan is DatesPlan dates
            ? LessonCalendar.Make(request).Count == Math.Min(request.Count, dates.From(request.FirstDay).Count())
            : LessonCalendar.Make(request).Count == request.Count);

    [Fact]
    public void A_place_without_a_reason_is_one_that_the_plan_names() =>
        Hold(request =>
        {
            var places = LessonCalendar.Make(request).Where(place => place.Moves.Count == 0).ToList();
            var named = request.Plan.From(request.FirstDay).TakeWhile(local => places.Count > 0 && local <= places[^1].At.DateTime).ToHashSet();
            return places.All(place => named.Contains(place.At.DateTime));
        });

    [Fact]
    public void A_calendar_that_goes_on_later_goes_on_the_same() =>
        Hold(request =>
        {
            var whole = LessonCalendar.Make(request);
            var done = whole.Count / 2;
            if (done == 0)
                return true;
            var rest = LessonCalendar.Make(request with { Count = request.Count - done, After = whole[done - 1].At });
            return LessonCalendarTests.Show(rest) == LessonCalendarTests.Show(whole.Skip(done));
        });

    [Fact]
    public void A_plans_text_reads_back_as_the_same_plan() =>
        Check.One(Cases.Config, Prop.ForAll(Arb.From(Plans), plan => PostingPlan.Read(plan.Text).Text == plan.Text
            && PostingPlan.Read(plan.Text).From(new DateOnly(2026, 1, 1)).Take(50).SequenceEqual(plan.From(new DateOnly(2026, 1, 1)).Take(50))));

    private static void Hold(Func<CalendarRequest, bool> property) => Check.One(Cases.Config, Prop.ForAll(Requests, property));

    private static IEnumerable<TimeOnly> TimesOf(PostingPlan plan) => plan switch
    {
        WeekdaysPlan weekdays => [weekdays.Time],
        IntervalPlan interval => [interval.Time],
        DatesPlan dates => dates.Moments.Select(TimeOnly.FromDateTime),
        _ => [],
    };
}
