using CohortBot.Cohorts;
using CohortBot.Schedule;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using CohortBot.Web.Clock;

namespace CohortBot.Tests.Web;

public sealed class ClockControlTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_goes_to_a_second_after_the_next_lesson_and_wakes_who_waits()
    {
        await using var test = await TestDatabase.CreateAsync();
        var clock = new MovableClock(test.Clock);
        var scheduler = new Scheduler(test.Database, clock);
        var control = Control(test, clock, scheduler);
        await AddAsync(test, ("one", Start.AddDays(2)), ("two", Start.AddDays(5)));

        Assert.True(await control.JumpToNextLessonAsync(CancellationToken.None));
        Assert.Equal(Start.AddDays(2).AddSeconds(1), clock.GetUtcNow());
        Assert.True(await control.JumpToNextLessonAsync(CancellationToken.None));
        Assert.False(await control.JumpToNextLessonAsync(CancellationToken.None));
        Assert.Equal([Start.AddDays(2).AddSeconds(1), Start.AddDays(5).AddSeconds(1)], scheduler.WokenAt);
    }

    [Fact]
    public async Task A_long_jump_stops_at_every_lesson_on_its_way()
    {
        await using var test = await TestDatabase.CreateAsync();
        var clock = new MovableClock(test.Clock);
        var scheduler = new Scheduler(test.Database, clock);
        await AddAsync(test, ("one", Start.AddHours(2)), ("two", Start.AddHours(5)), ("three", Start.AddDays(3)));

        await Control(test, clock, scheduler).JumpAsync(TimeSpan.FromDays(1), CancellationToken.None);
        Assert.Equal([Start.AddHours(2).AddSeconds(1), Start.AddHours(5).AddSeconds(1), Start.AddDays(1)], scheduler.WokenAt);
    }

    [Fact]
    public async Task A_restart_takes_up_where_the_clock_stood()
    {
        await using var test = await TestDatabase.CreateAsync();
        await Control(test, new MovableClock(test.Clock)).JumpAsync(TimeSpan.FromHours(1), CancellationToken.None);
        var after = new MovableClock(test.Clock);
        await Control(test, after).RestoreAsync(CancellationToken.None);
        Assert.Equal(Start.AddHours(1), after.GetUtcNow());
    }

    private static ClockControl Control(TestDatabase test, MovableClock clock, params IClockListener[] listeners) =>
        new(clock, new ClockStore(new KeptValues(test.Database)), new CohortStore(test.Database), new LessonSlots(test.Database), listeners);

    private static Task AddAsync(TestDatabase test, params (string Lesson, DateTimeOffset DueAt)[] lessons) =>
        test.Database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("INSERT INTO workspaces (workspace, name, created_at) VALUES ('local', 'Local', 0)");
                await session.ExecuteAsync(
                    """
                    INSERT INTO cohorts (workspace, id, name, course, channel, state, plan, zone, starts_on, replan_from, grace_minutes, gate, thread_mode, locale, created_at)
                    VALUES ('local', 1, 'Winter', 'map', 'map', 'Running', 'mon 09:00', 'UTC', '2026-12-01', '2026-12-01', 60, 'Date', 'Own', 'en', 0)
                    """);
                foreach (var (index, (lesson, dueAt)) in lessons.Index())
                    await session.ExecuteAsync(
                        "INSERT INTO lesson_slots (workspace, cohort, lesson, edition, number, state, due_at) VALUES ('local', 1, @lesson, 1, @index, 'Planned', @dueAt)",
                        new { lesson, index, dueAt });
            },
            CancellationToken.None);

    /// <summary>Posts at once whatever is due when it is woken.</summary>
    private sealed class Scheduler(Database database, MovableClock clock) : IClockListener
    {
        public List<DateTimeOffset> WokenAt { get; } = [];

        public Task JumpedAsync(CancellationToken cancellationToken)
        {
            WokenAt.Add(clock.GetUtcNow());
            return database.WriteAsync(
                session => session.ExecuteAsync("UPDATE lesson_slots SET state = 'Posted' WHERE due_at <= @now", new { now = clock.GetUtcNow() }), cancellationToken);
        }
    }
}
