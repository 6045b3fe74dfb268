using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Cohorts.Calendar;
using CohortBot.Schedule;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Lessons;

/// <summary>The real scheduler on clocks that are set, and on the days on which clocks change.</summary>
public sealed class LessonClockTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>Zones with the wall time that is missing in spring and the one that comes twice in autumn. Lord Howe's clocks move by half an hour.</summary>
    public static TheoryData<string, string, bool> Changes => new()
    {
        { "Europe/Berlin", "02:30", true },
        { "Europe/Berlin", "02:30", false },
        { "America/New_York", "02:30", true },
        { "America/New_York", "01:30", false },
        { "Australia/Lord_Howe", "02:15", true },
        { "Australia/Lord_Howe", "01:45", false },
        { "Africa/Casablanca", "02:30", true },
        { "Africa/Casablanca", "02:30", false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Around_a_change_of_the_clocks_each_lesson_comes_once_at_its_hour(string zoneId, string wall, bool isSpring)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var clock = new JumpingClock();
        var change = FindChange(zone, clock.GetUtcNow().AddDays(20), isSpring);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(change, zone).DateTime);
        var places = LessonCalendar.Make(new CalendarRequest
        {
            Plan = PlanReader.Read($"{day.DayOfWeek.ToString()[..3]} {wall}"),
            Zone = zone,
            FirstDay = day.AddDays(-7),
            Count = 3,
        });
        await using var world = await LessonWorld.StartWholeAsync(clock);
        await PlanAsync(world, places);

        for (var lesson = 1; lesson <= 3; lesson++)
        {
            var due = places[lesson - 1].At;
            await JumpToAsync(world, clock, due - TimeSpan.FromMinutes(10));
            await JumpToAsync(world, clock, due - TimeSpan.FromMinutes(1));
            Assert.Equal(lesson - 1, world.Chat.In(world.Channel).Count);
            await JumpToAsync(world, clock, due + Moment);
            await world.Chat.UntilAsync(chat => chat.In(world.Channel).Count == lesson);
        }

        await JumpToAsync(world, clock, places[2].At.AddDays(2));
        Assert.Equal(3, world.Chat.In(world.Channel).Count);
        var isMoved = places[1].Moves.Count > 0;
        Assert.Equal(isSpring, isMoved);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(60)]
    [InlineData(60 * 24)]
    public async Task A_clock_that_is_set_back_after_a_lesson_does_not_bring_it_again(int minutes)
    {
        var clock = new JumpingClock();
        await using var world = await LessonWorld.StartWholeAsync(clock);
        await PlanAsync(world, [new CalendarPlace(clock.GetUtcNow().AddHours(3), [])]);
        clock.Jump(TimeSpan.FromHours(3) + Moment);
        await world.Get<AlarmClock>().JumpedAsync(CancellationToken.None);
        await world.Chat.UntilAsync(chat => chat.In(world.Channel).Count == 1);
        await UntilAsync(async () => await world.StateAsync(1) == SlotState.Posted);

        clock.Jump(-TimeSpan.FromMinutes(minutes));
        await SettleAsync(world);
        clock.Jump(TimeSpan.FromMinutes(minutes));
        await SettleAsync(world);

        Assert.Single(world.Chat.In(world.Channel));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(-60)]
    [InlineData(-60 * 24)]
    public async Task A_clock_that_is_set_back_before_a_lesson_brings_it_at_its_hour_by_the_new_time(int minutes)
    {
        var clock = new JumpingClock();
        await using var world = await LessonWorld.StartWholeAsync(clock);
        var due = clock.GetUtcNow().AddHours(3);
        await PlanAsync(world, [new CalendarPlace(due, [])]);
        clock.Jump(TimeSpan.FromHours(3) - TimeSpan.FromMinutes(1));
        await SettleAsync(world);

        clock.Jump(TimeSpan.FromMinutes(minutes));
        await SettleAsync(world);
        Assert.Empty(world.Chat.In(world.Channel));

        await JumpToAsync(world, clock, due + Moment);
        await world.Chat.UntilAsync(chat => chat.In(world.Channel).Count == 1);
    }

    [Fact]
    public async Task A_machine_that_slept_over_two_lessons_posts_the_fresh_one_and_offers_the_other()
    {
        var clock = new JumpingClock();
        await using var world = await LessonWorld.StartWholeAsync(clock);
        var now = clock.GetUtcNow();
        await PlanAsync(world, [new CalendarPlace(now.AddHours(1), []), new CalendarPlace(now.AddHours(30), [])]);

        clock.Jump(TimeSpan.FromHours(30) + TimeSpan.FromMinutes(20));
        await SettleAsync(world);

        await world.Chat.UntilAsync(chat => chat.In(world.Channel).Count == 1 && chat.In(world.Staff).Count == 1);
        await UntilAsync(async () => await world.StateAsync(2) == SlotState.Posted);
        Assert.Equal(SlotState.Offered, await world.StateAsync(1));
    }

    [Fact]
    public async Task A_lesson_that_came_due_while_the_database_was_not_to_be_used_is_posted_once_afterwards()
    {
        var clock = new JumpingClock();
        await using var world = await LessonWorld.StartWholeAsync(clock);
        await PlanAsync(world, [new CalendarPlace(clock.GetUtcNow().AddHours(3), [])]);
        world.Test.Faults.WriteFault = new Microsoft.Data.Sqlite.SqliteException("database or disk is full", 13);
        clock.Jump(TimeSpan.FromHours(3) + Moment);
        await world.Get<AlarmClock>().JumpedAsync(CancellationToken.None);
        await UntilAsync(() => Task.FromResult(world.Test.Faults.Refused > 0));
        Assert.Empty(world.Chat.In(world.Channel));

        world.Test.Faults.WriteFault = null;
        await world.CatchUpAsync();
        await world.CatchUpAsync();
        await world.Chat.UntilAsync(chat => chat.In(world.Channel).Count == 1);
        await UntilAsync(async () => await world.StateAsync(1) == SlotState.Posted);
        await SettleAsync(world);

        Assert.Single(world.Chat.In(world.Channel));
    }

    // The first hour of the next two years in which the zone's clocks go ahead, or back, by the end of it.
    private static DateTimeOffset FindChange(TimeZoneInfo zone, DateTimeOffset from, bool isSpring)
    {
        var hour = new DateTimeOffset(from.UtcDateTime.Date, TimeSpan.Zero);
        for (var end = hour.AddDays(730); hour < end; hour = hour.AddMinutes(30))
        {
            var by = zone.GetUtcOffset(hour.AddMinutes(30)) - zone.GetUtcOffset(hour);
            if (isSpring ? by > TimeSpan.Zero : by < TimeSpan.Zero)
                return hour.AddMinutes(30);
        }

        throw new InvalidOperationException($"{zone.Id} changes no clocks.");
    }

    private static Task PlanAsync(LessonWorld world, IReadOnlyList<CalendarPlace> places) => world.WriteAsync(async session =>
    {
        var slots = await LessonSlots.ListAsync(session, CohortBot.Chat.WorkspaceId.Local, new CohortBot.Access.CohortId(1));
        for (var lesson = 0; lesson < slots.Count; lesson++)
        {
            var slot = slots[lesson] with { DueAt = lesson < places.Count ? places[lesson].At.ToUniversalTime() : null };
            await LessonSlots.SaveAsync(session, slot);
            if (slot.DueAt is { } due)
                await world.Get<IAlarms>().SetAsync(session, new Alarm("lesson", slot.AlarmName, due), CancellationToken.None);
        }
    });

    private static async Task JumpToAsync(LessonWorld world, JumpingClock clock, DateTimeOffset to)
    {
        clock.Jump(to - clock.GetUtcNow());
        await SettleAsync(world);
    }

    // Whoever waits for an hour is told, the catch-up looks too, and what is due has left.
    private static async Task SettleAsync(LessonWorld world)
    {
        await world.Get<AlarmClock>().JumpedAsync(CancellationToken.None);
        await world.Get<OutboxClock>().JumpedAsync(CancellationToken.None);
        await world.CatchUpAsync();
        await UntilAsync(async () => (await world.Get<OutboxStore>().ListDueAsync(CancellationToken.None)).Count == 0);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var looks = 0; looks < 2000; looks++)
        {
            if (await isSo())
                return;
            await Task.Delay(5);
        }

        Assert.Fail("It did not come to that.");
    }
}
