using CohortBot.Chat.Sending;
using CohortBot.Cohorts;

namespace CohortBot.Tests.Lessons;

public sealed class LessonCatchUpTests
{
    [Fact]
    public async Task Down_at_nine_and_up_at_twenty_past_there_is_one_lesson_twenty_minutes_late()
    {
        await using var world = await LessonWorld.StartAsync();
        world.Clock.SetTo(LessonWorld.FirstDue.AddMinutes(20));

        await world.CatchUpAsync();
        await world.RingAsync(1);
        await world.SendAsync();
        await world.CatchUpAsync();
        await world.SendAsync();

        Assert.Contains("20 min late", Assert.Single(world.Chat.In(world.Channel)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_in_the_middle_of_the_post_there_is_one_lesson_after_the_restart(bool hasArrived)
    {
        await using var world = await LessonWorld.StartAsync();
        if (hasArrived)
            world.Chat.CrashAfterNext();
        else
            world.Chat.FailNext(new OperationCanceledException("The program was killed."));
        await Assert.ThrowsAsync<OperationCanceledException>(() => world.PostAsync(1));
        world.Clock.Advance(TimeSpan.FromMinutes(20));

        var restarted = world.Again();
        await restarted.Get<OutboxStore>().ReleaseClaimsAsync(CancellationToken.None);
        await restarted.CatchUpAsync();
        await restarted.SendAsync();

        Assert.Single(world.Chat.In(world.Channel));
        Assert.Equal(SlotState.Posted, await world.StateAsync(1));
    }

    [Fact]
    public async Task A_lesson_whose_arrival_nobody_noted_is_posted_at_the_next_look()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.PostAsync(1);
        await world.WriteAsync(session => session.ExecuteAsync("UPDATE lesson_slots SET state = 'Posting', posted_at = NULL WHERE number = 1"));

        await world.CatchUpAsync();

        Assert.Equal(SlotState.Posted, await world.StateAsync(1));
    }

    [Fact]
    public async Task A_lesson_that_is_still_on_its_way_is_left_alone()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.RingAsync(1);

        await world.CatchUpAsync();

        Assert.Equal(SlotState.Posting, await world.StateAsync(1));
    }

    [Fact]
    public async Task A_cohort_in_trouble_keeps_no_other_from_its_lesson()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.WriteAsync(async session =>
        {
            await session.ExecuteAsync("INSERT INTO workspaces (workspace, name, created_at) VALUES ('slack:T1', 'Off', 0)");
            await session.ExecuteAsync(
                """
                INSERT INTO cohorts (workspace, id, name, course, channel, state, plan, zone, starts_on, replan_from, grace_minutes, gate, thread_mode, locale, created_at)
                SELECT 'slack:T1', 1, name, course, channel, state, plan, zone, starts_on, replan_from, grace_minutes, gate, thread_mode, locale, 0 FROM cohorts
                """);
            await session.ExecuteAsync(
                "INSERT INTO lesson_slots (workspace, cohort, lesson, edition, number, state, due_at) SELECT 'slack:T1', 1, lesson, 1, number, state, due_at - 1 FROM lesson_slots");
        });
        world.Clock.SetTo(LessonWorld.FirstDue);

        await world.CatchUpAsync();
        await world.SendAsync();

        Assert.Single(world.Chat.In(world.Channel));
    }
}
