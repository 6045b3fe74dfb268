using CohortBot.Schedule;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Schedule;

public sealed class MovableClockTests
{
    private readonly ManualClock _real = new();

    [Fact]
    public void It_runs_with_real_time_and_jumps_ahead_of_it()
    {
        var clock = new MovableClock(_real);
        var start = _real.GetUtcNow();
        clock.MoveTo(TimeSpan.FromDays(1));
        _real.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(start + TimeSpan.FromDays(1) + TimeSpan.FromMinutes(5), clock.GetUtcNow());
    }

    [Fact]
    public void It_never_goes_back()
    {
        var clock = new MovableClock(_real);
        clock.MoveTo(TimeSpan.FromDays(2));
        clock.MoveTo(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromDays(2), clock.Offset);
    }

    [Fact]
    public void Time_that_was_jumped_over_counts_as_passed()
    {
        var clock = new MovableClock(_real);
        var began = clock.GetTimestamp();
        clock.MoveTo(TimeSpan.FromHours(3));
        Assert.Equal(TimeSpan.FromHours(3), clock.GetElapsedTime(began));
    }

    [Fact]
    public async Task A_wait_that_was_jumped_over_ends_right_after_the_jump()
    {
        var clock = new MovableClock(_real);
        var wait = Task.Delay(TimeSpan.FromHours(6), clock, CancellationToken.None);
        clock.MoveTo(TimeSpan.FromHours(7));
        _real.Advance(TimeSpan.Zero);
        await wait.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_wait_that_was_jumped_into_ends_after_what_is_left()
    {
        var clock = new MovableClock(_real);
        var rings = 0;
        using var timer = clock.CreateTimer(_ => rings++, null, TimeSpan.FromHours(6), Timeout.InfiniteTimeSpan);
        clock.MoveTo(TimeSpan.FromHours(5));
        _real.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, rings);
        _real.Advance(TimeSpan.FromMinutes(1));
        _real.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, rings);
    }

    [Fact]
    public void A_timer_that_comes_again_comes_once_after_a_jump_and_then_in_its_own_time()
    {
        var clock = new MovableClock(_real);
        var rings = 0;
        using var timer = clock.CreateTimer(_ => rings++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        _real.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, rings);
        clock.MoveTo(TimeSpan.FromHours(1));
        _real.Advance(TimeSpan.Zero);
        Assert.Equal(3, rings);
        _real.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(4, rings);
    }

    [Fact]
    public void A_timer_that_was_put_away_stays_silent()
    {
        var clock = new MovableClock(_real);
        var rings = 0;
        var timer = clock.CreateTimer(_ => rings++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.MoveTo(TimeSpan.FromHours(1));
        _real.Advance(TimeSpan.FromHours(1));
        timer.Change(TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();
        clock.MoveTo(TimeSpan.FromHours(5));
        _real.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, rings);
    }

    [Fact]
    public async Task A_restart_keeps_the_hour()
    {
        await using var test = await TestDatabase.CreateAsync();
        var store = new ClockStore(new KeptValues(test.Database));
        Assert.Equal(TimeSpan.Zero, await store.ReadAsync(CancellationToken.None));
        await store.WriteAsync(TimeSpan.FromHours(5), CancellationToken.None);
        await store.WriteAsync(TimeSpan.FromHours(30), CancellationToken.None);
        Assert.Equal(TimeSpan.FromHours(30), await store.ReadAsync(CancellationToken.None));
    }
}
