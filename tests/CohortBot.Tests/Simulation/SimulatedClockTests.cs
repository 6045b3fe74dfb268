using CohortBot.Simulation.Clock;

namespace CohortBot.Tests.Simulation;

public sealed class SimulatedClockTests
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_timer_goes_off_at_its_hour_and_not_before()
    {
        var clock = new SimulatedClock(Start);
        var delay = Task.Delay(TimeSpan.FromMinutes(5), clock);
        Assert.False(clock.RingFirst(Start.AddMinutes(4)));
        Assert.True(clock.RingFirst(Start.AddMinutes(6)));
        await delay.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(Start.AddMinutes(5), clock.GetUtcNow());
    }

    [Fact]
    public void What_was_slept_over_goes_off_late_and_once()
    {
        var clock = new SimulatedClock(Start);
        using var timer = clock.CreateTimer(_ => { }, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        clock.MoveTo(Start.AddHours(3));
        Assert.True(clock.RingFirst(Start.AddHours(3)));
        Assert.False(clock.RingFirst(Start.AddHours(3)));
        Assert.Equal(Start.AddHours(3).AddMinutes(1), clock.NextAt);
    }

    [Fact]
    public void Timers_of_the_same_hour_go_off_in_the_order_of_their_making()
    {
        var clock = new SimulatedClock(Start);
        var order = new List<int>();
        using var rang = new SemaphoreSlim(0);
        var timers = Enumerable.Range(0, 5).Select(number => clock.CreateTimer(_ => { order.Add(number); rang.Release(); }, null, TimeSpan.FromSeconds(9), Timeout.InfiniteTimeSpan)).ToList();
        timers[2].Dispose();
        for (var count = 0; count < 4; count++)
        {
            Assert.True(clock.RingFirst(Start.AddHours(1)));
            Assert.True(rang.Wait(TimeSpan.FromSeconds(10)));
        }

        Assert.Equal([0, 1, 3, 4], order);
        Assert.Null(clock.NextAt);
    }

    [Fact]
    public void Time_never_goes_back_and_its_own_zone_is_UTC()
    {
        var clock = new SimulatedClock(Start);
        clock.MoveTo(Start.AddDays(1));
        clock.MoveTo(Start);
        Assert.Equal(Start.AddDays(1), clock.GetUtcNow());
        Assert.Equal(TimeZoneInfo.Utc, clock.LocalTimeZone);
    }

    [Fact]
    public async Task People_go_on_one_at_a_time_in_the_order_of_their_hours()
    {
        var clock = new SimulatedClock(Start);
        var diary = new Diary(clock);
        var (late, early, past) = (diary.UntilAsync(Start.AddHours(2)), diary.RestAsync(TimeSpan.FromHours(1)), diary.UntilAsync(Start));
        Assert.True(past.IsCompleted);
        Assert.Equal(Start.AddHours(1), diary.NextAt);
        diary.RingFirst();
        await early.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.False(late.IsCompleted);
    }
}
