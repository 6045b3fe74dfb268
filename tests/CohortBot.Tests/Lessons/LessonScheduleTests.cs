using CohortBot.Cohorts;
using CohortBot.Schedule;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Lessons;

/// <summary>The whole path with the real scheduler: alarm, poster, outbox, sender, arrival.</summary>
public sealed class LessonScheduleTests
{
    [Fact]
    public async Task A_clock_that_jumps_to_a_lessons_hour_brings_the_lesson()
    {
        var clock = new JumpingClock();
        await using var world = await LessonWorld.StartWholeAsync(clock);
        var slot = await PlanAsync(world, clock.GetUtcNow().AddDays(3));

        clock.Jump(TimeSpan.FromDays(3));
        await world.Get<AlarmClock>().WakeAsync(CancellationToken.None);
        await world.Chat.UntilAsync(chat => chat.In(world.Channel).Count == 1);

        Assert.DoesNotContain("late", Assert.Single(world.Chat.In(world.Channel)).Text, StringComparison.Ordinal);
        await UntilPostedAsync(world);
        Assert.Equal(slot.AlarmName, (await world.SlotAsync(1)).AlarmName);
    }

    [Fact]
    public async Task A_lesson_that_is_due_now_comes_by_itself()
    {
        var clock = new JumpingClock();
        await using var world = await LessonWorld.StartWholeAsync(clock);

        await PlanAsync(world, clock.GetUtcNow().AddMilliseconds(300));

        await world.Chat.UntilAsync(chat => chat.In(world.Channel).Count == 1);
        await UntilPostedAsync(world);
    }

    private static async Task<LessonSlot> PlanAsync(LessonWorld world, DateTimeOffset dueAt)
    {
        var slot = (await world.SlotAsync(1)) with { DueAt = dueAt };
        await world.WriteAsync(async session =>
        {
            await LessonSlots.SaveAsync(session, slot);
            await world.Get<IAlarms>().SetAsync(session, new Alarm("lesson", slot.AlarmName, dueAt), CancellationToken.None);
        });
        return slot;
    }

    // The arrival is noted right after the post; each look is a read of the database.
    private static async Task UntilPostedAsync(LessonWorld world)
    {
        for (var looks = 0; looks < 1000 && await world.StateAsync(1) != SlotState.Posted; looks++)
            await Task.Yield();
        Assert.Equal(SlotState.Posted, await world.StateAsync(1));
    }
}
