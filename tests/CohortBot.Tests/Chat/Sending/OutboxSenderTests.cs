using CohortBot.Chat;
using CohortBot.Chat.Sending;

namespace CohortBot.Tests.Chat.Sending;

public sealed class OutboxSenderTests
{
    [Fact]
    public async Task A_commit_wakes_the_sender_without_the_clock()
    {
        await using var world = await OutboxWorld.CreateAsync();
        await world.StartAsync();

        await world.AddAsync(OutboxWorld.Message("a", "one"));
        await world.Chat.UntilAsync(chat => chat.Messages.Count == 1);

        Assert.Equal(["one"], world.Said);
    }

    [Fact]
    public async Task A_slow_message_does_not_keep_the_others()
    {
        await using var world = await OutboxWorld.CreateAsync();
        await world.StartAsync();
        var hold = world.Chat.HoldNext();
        await world.AddAsync(OutboxWorld.Message("slow", "slow"));
        await hold.Reached;

        await world.AddAsync(OutboxWorld.Message("quick", "quick"));
        await world.Chat.UntilAsync(chat => chat.Messages.Count == 1);
        Assert.Equal(["quick"], world.Said);

        hold.Release();
        await world.Chat.UntilAsync(chat => chat.Messages.Count == 2);
    }

    [Fact]
    public async Task A_failed_part_is_tried_again_when_its_time_comes()
    {
        await using var world = await OutboxWorld.CreateAsync();
        await world.StartAsync();
        world.Chat.FailNext(new ChatException("The platform is busy.", isTransient: true));
        await world.AddAsync(OutboxWorld.Message("a", "one"));
        await world.Chat.UntilAsync(chat => chat.Calls.Count == 1);

        // The sender falls asleep only a moment after the call: the clock goes on until it has woken.
        for (var step = 0; step < 200 && world.Said.Count == 0; step++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            await world.StatesAsync("a");
        }

        await world.Chat.UntilAsync(chat => chat.Messages.Count == 1);
    }

    [Fact]
    public async Task A_platform_whose_call_breaks_off_does_not_stop_the_sender()
    {
        await using var world = await OutboxWorld.CreateAsync();
        await world.StartAsync();
        world.Chat.FailNext(new TaskCanceledException("The request timed out."));
        await world.AddAsync(OutboxWorld.Message("broken", "one"));
        await world.Chat.UntilAsync(chat => chat.Calls.Count == 1);

        await world.AddAsync(OutboxWorld.Message("after", "two"));

        await world.Chat.UntilAsync(chat => chat.Messages.Any(message => message.Text == "two"));
    }

    [Fact]
    public void Waits_double_up_to_five_minutes_and_never_fall_below_what_the_platform_asked()
    {
        var waits = new OutboxWaits(new Random(7));
        for (var attempts = 0; attempts < 60; attempts++)
        {
            var most = TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, attempts)));
            Assert.InRange(waits.After(attempts, asked: null), most / 2, most);
            Assert.InRange(waits.After(attempts, TimeSpan.FromMinutes(20)), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(20) + OutboxWaits.First);
        }
    }
}
