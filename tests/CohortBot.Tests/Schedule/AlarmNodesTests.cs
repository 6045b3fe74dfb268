using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Schedule;

/// <summary>Two programs' schedulers over one database.</summary>
public sealed class AlarmNodesTests
{
    private readonly JumpingClock _clock = new();

    [PostgreSqlFact]
    public async Task Each_alarm_goes_off_on_one_of_the_programs_once()
    {
        await using var test = await TestDatabase.CreateSharedAsync(_clock);
        await using var second = test.Open("there");
        await using var here = await TestSchedule.StartAsync(test);
        await using var there = await TestSchedule.StartAsync(test, second);
        var due = _clock.GetUtcNow().AddSeconds(2);

        for (var number = 0; number < 10; number++)
        {
            await here.SetAsync(test.Database, $"here {number}", due);
            await there.SetAsync(second, $"there {number}", due);
        }

        await UntilAsync(() => here.Handler.Count + there.Handler.Count == 20);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        Assert.Equal(20, here.Handler.Count + there.Handler.Count);
    }

    [PostgreSqlFact]
    public async Task An_alarm_that_a_program_set_before_it_ended_goes_off_on_another()
    {
        await using var test = await TestDatabase.CreateSharedAsync(_clock);
        await using var second = test.Open("there");
        await using var here = await TestSchedule.StartAsync(test);
        await using (var there = await TestSchedule.StartAsync(test, second))
            await there.SetAsync(second, "left", _clock.GetUtcNow().AddSeconds(1));

        Assert.Equal("left", await here.Handler.NextAsync());
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var tries = 0; !isSo(); tries++)
        {
            Assert.True(tries < 400, "It did not happen within 20 s.");
            await Task.Delay(50);
        }
    }
}
