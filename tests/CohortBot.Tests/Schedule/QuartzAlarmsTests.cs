using CohortBot.Schedule;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Schedule;

public sealed class QuartzAlarmsTests
{
    private readonly JumpingClock _clock = new();

    [Fact]
    public async Task An_alarm_goes_off_within_a_second_of_its_time()
    {
        await using var test = await TestDatabase.CreateAsync(_clock);
        await using var schedule = await TestSchedule.StartAsync(test);

        var due = _clock.GetUtcNow().AddSeconds(1);
        await schedule.SetAsync(test.Database, "soon", due);

        Assert.Equal("soon", await schedule.Handler.NextAsync());
        Assert.InRange(_clock.GetUtcNow() - due, TimeSpan.Zero, TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task An_alarm_whose_time_has_passed_goes_off_at_once()
    {
        await using var test = await TestDatabase.CreateAsync(_clock);
        await using var schedule = await TestSchedule.StartAsync(test);

        await schedule.SetAsync(test.Database, "late", _clock.GetUtcNow().AddDays(-2));

        Assert.Equal("late", await schedule.Handler.NextAsync());
    }

    [Fact]
    public async Task A_jump_of_three_days_rings_what_fell_into_it()
    {
        await using var test = await TestDatabase.CreateAsync(_clock);
        await using var schedule = await TestSchedule.StartAsync(test);
        await schedule.SetAsync(test.Database, "in two days", _clock.GetUtcNow().AddDays(2));
        await schedule.SetAsync(test.Database, "in five days", _clock.GetUtcNow().AddDays(5));

        _clock.Jump(TimeSpan.FromDays(3));
        var jumped = _clock.GetUtcNow();
        await schedule.Clock.WakeAsync(CancellationToken.None);

        Assert.Equal("in two days", await schedule.Handler.NextAsync());
        Assert.InRange(_clock.GetUtcNow() - jumped, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.True(schedule.Handler.IsSilent);
    }

    [Fact]
    public async Task What_is_rolled_back_has_no_alarm()
    {
        await using var test = await TestDatabase.CreateAsync(_clock);
        await using var schedule = await TestSchedule.StartAsync(test);

        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Database.WriteAsync(
            async session =>
            {
                await schedule.Alarms.SetAsync(session, new Alarm("test", "never", _clock.GetUtcNow()), CancellationToken.None);
                throw new InvalidOperationException("rolled back");
            },
            CancellationToken.None));
        await schedule.SetAsync(test.Database, "after", _clock.GetUtcNow().AddSeconds(1));

        Assert.Equal("after", await schedule.Handler.NextAsync());
        Assert.True(schedule.Handler.IsSilent);
    }

    [Fact]
    public async Task A_restart_keeps_the_alarms()
    {
        await using var test = await TestDatabase.CreateAsync(_clock);
        await using (var before = await TestSchedule.StartAsync(test))
            await before.SetAsync(test.Database, "kept", _clock.GetUtcNow().AddHours(1));
        _clock.Jump(TimeSpan.FromHours(2));

        await using var after = await TestSchedule.StartAsync(test);

        Assert.Equal("kept", await after.Handler.NextAsync());
    }

    [Fact]
    public async Task An_alarm_that_is_set_again_is_moved_and_one_that_is_cleared_is_gone()
    {
        await using var test = await TestDatabase.CreateAsync(_clock);
        await using var schedule = await TestSchedule.StartAsync(test);
        await schedule.SetAsync(test.Database, "moved", _clock.GetUtcNow().AddDays(1));
        await schedule.SetAsync(test.Database, "gone", _clock.GetUtcNow().AddDays(1));

        await schedule.SetAsync(test.Database, "moved", _clock.GetUtcNow().AddDays(9));
        await test.Database.WriteAsync(
            async session =>
            {
                await schedule.Alarms.ClearAsync(session, "test", "gone", CancellationToken.None);
                await schedule.Alarms.ClearAsync(session, "test", "was never there", CancellationToken.None);
            },
            CancellationToken.None);
        await schedule.SetAsync(test.Database, "other", _clock.GetUtcNow().AddDays(2));
        _clock.Jump(TimeSpan.FromDays(3));
        await schedule.Clock.WakeAsync(CancellationToken.None);

        Assert.Equal("other", await schedule.Handler.NextAsync());
        _clock.Jump(TimeSpan.FromDays(7));
        await schedule.Clock.WakeAsync(CancellationToken.None);
        Assert.Equal("moved", await schedule.Handler.NextAsync());
        Assert.True(schedule.Handler.IsSilent);
    }

    [Fact]
    public async Task An_alarm_whose_handler_failed_goes_off_again()
    {
        await using var test = await TestDatabase.CreateAsync(_clock);
        await using var schedule = await TestSchedule.StartAsync(test);
        schedule.Handler.FailOnce = new InvalidOperationException("The database was busy.");

        await schedule.SetAsync(test.Database, "again", _clock.GetUtcNow());

        Assert.Equal("again", await schedule.Handler.NextAsync());
        Assert.Equal("again", await schedule.Handler.NextAsync());
    }

    [Fact]
    public async Task Many_writers_and_the_scheduler_do_not_block_each_other()
    {
        await using var test = await TestDatabase.CreateAsync(_clock);
        await using var schedule = await TestSchedule.StartAsync(test);

        var names = Enumerable.Range(0, 40).Select(number => $"n{number}").ToList();
        await Task.WhenAll(names.Select(name => schedule.SetAsync(test.Database, name, _clock.GetUtcNow().AddMilliseconds(300))));

        List<string> rang = [];
        foreach (var _ in names)
            rang.Add(await schedule.Handler.NextAsync());
        Assert.Equal(names.Order(StringComparer.Ordinal), rang.Order(StringComparer.Ordinal));
    }
}
