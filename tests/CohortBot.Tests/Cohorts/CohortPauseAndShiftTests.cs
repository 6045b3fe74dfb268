namespace CohortBot.Tests.Cohorts;

public sealed class CohortPauseAndShiftTests
{
    private static readonly string[] AsCreated = ["2026-12-03T09:00", "2026-12-07T09:00", "2026-12-10T09:00", "2026-12-14T09:00", "2026-12-17T09:00"];

    [Fact]
    public async Task A_pause_takes_the_alarms_and_a_resume_before_the_next_lesson_brings_them_back_unchanged()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        var alarms = world.Alarms.Set.ToArray();

        Assert.Contains("on hold (was Thu 3 Dec, 09:00 (UTC+01:00))", await world.SayAsync("frank", "cohort pause"), StringComparison.Ordinal);
        await world.ConfirmAsync("frank", "cohort pause");
        Assert.Empty(world.Alarms.Set);
        Assert.Contains("paused already", await world.SayAsync("frank", "cohort pause"), StringComparison.Ordinal);
        Assert.Contains("Paused.", await world.SayAsync("frank", "cohort preview"), StringComparison.Ordinal);

        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.ConfirmAsync("frank", "cohort resume");
        Assert.Equal(alarms, world.Alarms.Set.ToArray());
        Assert.Equal(AsCreated, await world.DuesAsync());
        Assert.Contains("is not paused", await world.SayAsync("frank", "cohort resume"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_due_during_a_pause_is_planned_anew_from_the_day_of_the_resume()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        world.Clock.SetTo(new DateTimeOffset(2026, 12, 3, 9, 0, 0, TimeSpan.Zero));
        await world.MarkPostedAsync(1);
        await world.ConfirmAsync("frank", "cohort pause");

        world.Clock.SetTo(new DateTimeOffset(2026, 12, 16, 12, 0, 0, TimeSpan.Zero));
        Assert.Contains("Use /cohort resume first", await world.SayAsync("frank", "cohort shift 3"), StringComparison.Ordinal);
        Assert.Contains("Next: 2. Title 2, Thu 17 Dec, 09:00", await world.ConfirmAsync("frank", "cohort resume"), StringComparison.Ordinal);
        Assert.Equal(["2026-12-03T09:00", "2026-12-17T09:00", "2026-12-21T09:00", "2026-12-24T09:00", "2026-12-28T09:00"], await world.DuesAsync());
        Assert.Equal(4, world.Alarms.Set.Count);
    }

    [Fact]
    public async Task A_lesson_that_was_due_and_not_yet_posted_when_the_pause_came_is_planned_anew_too()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        world.Clock.SetTo(new DateTimeOffset(2026, 12, 3, 8, 0, 1, TimeSpan.Zero));
        await world.ConfirmAsync("frank", "cohort pause");
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.ConfirmAsync("frank", "cohort resume");
        Assert.Equal("2026-12-07T09:00", (await world.DuesAsync())[0]);
        Assert.Contains("local|1|lesson-1|1", world.Alarms.Set.Keys);
    }

    [Fact]
    public async Task A_shift_forth_and_back_leaves_what_was()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        await world.ConfirmAsync("frank", "cohort shift 7");
        Assert.Equal(["2026-12-10T09:00", "2026-12-14T09:00", "2026-12-17T09:00", "2026-12-21T09:00", "2026-12-24T09:00"], await world.DuesAsync());
        await world.ConfirmAsync("frank", "cohort shift -7");
        Assert.Equal(AsCreated, await world.DuesAsync());
        Assert.Equal(new DateTimeOffset(2026, 12, 3, 8, 0, 0, TimeSpan.Zero), world.Alarms.Set["local|1|lesson-1|1"]);
    }

    [Fact]
    public async Task A_shift_leaves_posted_lessons_and_an_interval_is_counted_from_the_new_day()
    {
        await using var world = await CohortWorld.StartWithCohortAsync(CohortWorld.Create.Replace("mon,thu", "every 3 days", StringComparison.Ordinal) + " start:2026-12-02");
        world.Clock.SetTo(new DateTimeOffset(2026, 12, 2, 9, 0, 0, TimeSpan.Zero));
        await world.MarkPostedAsync(1);
        await world.ConfirmAsync("frank", "cohort shift 2");
        Assert.Equal(["2026-12-02T09:00", "2026-12-07T09:00", "2026-12-10T09:00", "2026-12-13T09:00", "2026-12-16T09:00"], await world.DuesAsync());
    }

    [Theory]
    [InlineData("-3", "It can come 2 days earlier at most")]
    [InlineData("0", "1 to 366")]
    [InlineData("400", "1 to 366")]
    [InlineData("soon", "takes a whole number")]
    public async Task A_shift_never_goes_into_the_past(string days, string expected)
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        Assert.Contains(expected, await world.SayAsync("frank", $"cohort shift days:{days}"), StringComparison.Ordinal);
        Assert.Equal(AsCreated, await world.DuesAsync());
    }

    [Fact]
    public async Task A_shift_to_today_after_the_hour_falls_on_the_next_day_of_the_plan()
    {
        await using var world = await CohortWorld.StartWithCohortAsync(CohortWorld.Create.Replace("mon,thu 09:00", "every day 08:00", StringComparison.Ordinal) + " start:2026-12-05");
        await world.ConfirmAsync("frank", "cohort shift -4");
        Assert.Equal("2026-12-02T08:00", (await world.DuesAsync())[0]);
    }

    [Fact]
    public async Task Dates_move_each_by_itself_and_those_that_were_used_stay()
    {
        const string Dates = "2026-12-02 09:00, 2026-12-08 14:30, 2026-12-20 10:00";
        await using var world = await CohortWorld.StartWithCohortAsync(CohortWorld.Create.Replace("mon,thu 09:00", Dates, StringComparison.Ordinal));
        Assert.Equal(["2026-12-02T09:00", "2026-12-08T14:30", "2026-12-20T10:00", "-", "-"], await world.DuesAsync());
        Assert.Contains("2 lessons have no date", await world.SayAsync("frank", "cohort preview"), StringComparison.Ordinal);
        world.Clock.SetTo(new DateTimeOffset(2026, 12, 2, 9, 0, 0, TimeSpan.Zero));
        await world.MarkPostedAsync(1);

        await world.ConfirmAsync("frank", "cohort shift 3");
        Assert.Equal(["2026-12-02T09:00", "2026-12-11T14:30", "2026-12-23T10:00", "-", "-"], await world.DuesAsync());
        Assert.Equal("2026-12-02 09:00, 2026-12-11 14:30, 2026-12-23 10:00", (await world.CohortAsync()).Plan);
        await world.ConfirmAsync("frank", "cohort shift -3");
        Assert.Equal(Dates, (await world.CohortAsync()).Plan);
    }

    [Fact]
    public async Task The_preview_shows_offset_clock_change_and_the_time_that_does_not_exist()
    {
        await using var world = await CohortWorld.StartWithCohortAsync(
            CohortWorld.Create.Replace("mon,thu 09:00", "every day 02:30", StringComparison.Ordinal) + " start:2027-03-26");
        var preview = await world.SayAsync("frank", "cohort preview");
        Assert.Contains("2. Title 2 | Sat 27 Mar, 02:30 (UTC+01:00) | ", preview, StringComparison.Ordinal);
        Assert.Contains("3. Title 3 | Sun 28 Mar, 03:00 (UTC+02:00) | 02:30 does not exist that day", preview, StringComparison.Ordinal);
        Assert.Contains("The clocks change before Sun 28 Mar 2027", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("Title 3", await world.SayAsync("frank", "cohort preview 2"), StringComparison.Ordinal);
        Assert.Contains("And 3 lessons more", await world.SayAsync("frank", "cohort preview 2"), StringComparison.Ordinal);
        Assert.Contains("1 to 20", await world.SayAsync("frank", "cohort preview 21"), StringComparison.Ordinal);
    }
}
