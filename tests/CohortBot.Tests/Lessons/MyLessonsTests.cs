using CohortBot.Cohorts;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Lessons;

public sealed class MyLessonsTests
{
    [Fact]
    public async Task Lessons_are_done_open_or_open_at_a_time_in_the_members_own_zone()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.PostAsync(1);
        await world.PostAsync(2);
        await world.CompleteLabAsync("amina", "fit");

        var said = await world.SayAsync("amina", "my lessons");

        Assert.Contains("1. Lesson 1: done\n2. Lesson 2: open\n3. Lesson 3: opens Mon 21 Dec, 08:00 your time", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_zone_the_cohorts_zone_is_named()
    {
        await using var world = await LessonWorld.StartAsync();

        Assert.Contains("1. Lesson 1: opens Mon 7 Dec, 09:00 (Europe/Berlin)", await world.SayAsync("ben", "my lessons"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_gate_by_lab_a_lesson_opens_to_those_who_finished_the_lab_before()
    {
        await using var world = await LessonWorld.StartAsync(LessonGate.Lab);
        await world.PostAsync(1);
        await world.PostAsync(2);
        await world.CompleteLabAsync("amina", "fit");

        Assert.Contains("Body.", await world.SayAsync("amina", "my lesson 2"), StringComparison.Ordinal);
        Assert.Contains("opens when you finish the lab “Where do you fit?”", await world.SayAsync("ben", "my lesson 2"), StringComparison.Ordinal);
        Assert.Contains("2. Lesson 2: opens when you finish the lab", await world.SayAsync("ben", "my lessons"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_that_waits_for_the_facilitator_says_so()
    {
        await using var world = await LessonWorld.StartAsync(LessonGate.Facilitator);
        await world.RingAsync(1);

        Assert.Contains("1. Lesson 1: opens when your facilitator opens it", await world.SayAsync("amina", "my lessons"), StringComparison.Ordinal);
        Assert.Contains("not open to you yet", await world.SayAsync("amina", "my lesson 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_cohort_promises_no_date()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.ChangeCohortAsync(CohortState.Paused);

        Assert.Contains("1. Lesson 1: has no date yet", await world.SayAsync("amina", "my lessons"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_is_read_again_privately_whole_and_with_its_lab()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.PostAsync(1);

        var reply = await world.RunAsync("amina", "my lesson 1");

        Assert.True(reply.IsPrivate);
        Assert.Equal(["lab start lab:fit cohort:1"], Words.Actions(reply.Document));
        Assert.Single(world.Chat.Messages);
    }
}
