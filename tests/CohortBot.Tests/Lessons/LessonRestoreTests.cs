using CohortBot.Chat.Sending;
using CohortBot.Cohorts;

namespace CohortBot.Tests.Lessons;

/// <summary>A backup is put back; the platform keeps what has been posted since.</summary>
public sealed class LessonRestoreTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(20);

    [Fact]
    public async Task A_lesson_that_was_posted_after_the_backup_is_found_and_not_posted_again()
    {
        await using var world = await LessonWorld.StartAsync();
        await using var restored = await world.RestoredAsync();
        await world.PostAsync(1);

        await SettleAsync(restored);
        Assert.Equal(SlotState.Planned, await restored.StateAsync(1));
        await restored.RingAsync(1, Soon);
        await restored.SendAsync();

        Assert.Single(world.Chat.In(world.Channel));
        Assert.Equal(SlotState.Posted, await restored.StateAsync(1));
    }

    [Fact]
    public async Task A_lesson_that_is_overdue_is_offered_and_posting_it_finds_what_stands_there()
    {
        await using var world = await LessonWorld.StartAsync();
        await using var restored = await world.RestoredAsync();
        await world.PostAsync(1);

        await SettleAsync(restored);
        await restored.RingAsync(1, TimeSpan.FromDays(2));
        await restored.SendAsync();
        Assert.Equal(SlotState.Offered, await restored.StateAsync(1));
        Assert.Single(world.Chat.In(world.Channel));

        await restored.ConfirmAsync("frank", "lesson post lesson:lesson-1");
        await restored.SendAsync();
        Assert.Single(world.Chat.In(world.Channel));
        Assert.Equal(SlotState.Posted, await restored.StateAsync(1));
    }

    [Fact]
    public async Task A_lesson_that_waited_in_the_backup_and_left_afterwards_is_not_posted_again()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.RingAsync(1);
        await using var restored = await world.RestoredAsync();
        await world.SendAsync();

        await SettleAsync(restored);
        await restored.SendAsync();

        Assert.Single(world.Chat.In(world.Channel));
        Assert.Equal(SlotState.Posted, await restored.StateAsync(1));
    }

    [Fact]
    public async Task A_lesson_that_nobody_has_posted_is_posted_once()
    {
        await using var world = await LessonWorld.StartAsync();
        await using var restored = await world.RestoredAsync();

        await SettleAsync(restored);
        await restored.RingAsync(1, Soon);
        await restored.SendAsync();
        await restored.SendAsync();

        Assert.Single(world.Chat.In(world.Channel));
        Assert.Equal(SlotState.Posted, await restored.StateAsync(1));
    }

    [Fact]
    public async Task After_a_month_nothing_is_looked_for_any_more()
    {
        await using var world = await LessonWorld.StartAsync();
        await using var restored = await world.RestoredAsync();
        await SettleAsync(restored);

        restored.Clock.Advance(OutboxRestored.Vigilance + TimeSpan.FromDays(1));
        await restored.ConfirmAsync("frank", "lesson post lesson:lesson-1");
        await restored.SendAsync();

        Assert.DoesNotContain("find", world.Chat.Calls);
    }

    [Fact]
    public async Task A_program_that_was_never_restored_looks_for_nothing()
    {
        await using var world = await LessonWorld.StartAsync();
        await SettleAsync(world);
        await world.PostAsync(1);
        Assert.DoesNotContain("find", world.Chat.Calls);
    }

    private static Task SettleAsync(LessonWorld world) => world.Get<OutboxRestored>().SettleAsync(CancellationToken.None);
}
