using CohortBot.Chat;
using CohortBot.Chat.Sending;

namespace CohortBot.Tests.Chat.Sending;

public sealed class OutboxClockTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(-24)]
    [InlineData(-24 * 30)]
    public async Task A_part_that_waits_for_its_next_try_does_not_wait_for_the_old_hour(int hours)
    {
        await using var world = await OutboxWorld.CreateAsync();
        world.Chat.FailNext(new ChatException("Away.", isTransient: true));
        await world.AddAsync(OutboxWorld.Message("news", "word"));
        await world.DeliverAsync("news");
        Assert.StartsWith("Failed", Assert.Single(await world.StatesAsync("news")), StringComparison.Ordinal);

        world.Clock.Advance(TimeSpan.FromHours(hours));
        await world.DeliverAsync("news");
        Assert.Empty(world.Said);
        await world.Get<OutboxClock>().JumpedAsync(CancellationToken.None);
        await world.DeliverAsync("news");

        Assert.Equal(["word"], world.Said);
    }

    [Fact]
    public async Task A_wait_that_a_platform_asked_for_is_kept_when_the_clock_jumps_ahead()
    {
        await using var world = await OutboxWorld.CreateAsync();
        world.Chat.FailNext(new ChatException("Slow down.", isTransient: true, retryAfter: TimeSpan.FromMinutes(4)));
        await world.AddAsync(OutboxWorld.Message("news", "word"));
        await world.DeliverAsync("news");

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Get<OutboxClock>().JumpedAsync(CancellationToken.None);
        await world.DeliverAsync("news");

        Assert.Empty(world.Said);
    }
}
