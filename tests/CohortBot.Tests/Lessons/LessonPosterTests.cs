using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Lessons;

public sealed class LessonPosterTests
{
    [Fact]
    public async Task A_lesson_is_posted_when_it_is_due_with_its_number_its_length_and_its_lab()
    {
        await using var world = await LessonWorld.StartAsync();

        await world.PostAsync(1);

        var posted = Assert.Single(world.Chat.In(world.Channel));
        Assert.Equal("1. Lesson 1\nLesson 1 · 5 min to read\nBody.\nThe lab of this lesson: Where do you fit?, about 20 min\n[Start lab]", posted.Text);
        Assert.Equal(["lab start lab:fit cohort:1"], posted.Actions);
        Assert.Equal(SlotState.Posted, await world.StateAsync(1));
        Assert.Equal(LessonWorld.FirstDue, (await world.SlotAsync(1)).PostedAt);
    }

    [Fact]
    public async Task Nothing_happens_before_its_time()
    {
        await using var world = await LessonWorld.StartAsync();

        await world.RingAsync(1, TimeSpan.FromSeconds(-1));
        await world.SendAsync();

        Assert.Equal(SlotState.Planned, await world.StateAsync(1));
        Assert.Empty(world.Chat.Calls);
    }

    [Theory]
    [InlineData(CohortState.Paused)]
    [InlineData(CohortState.Closed)]
    public async Task A_cohort_that_does_not_run_gets_nothing(CohortState state)
    {
        await using var world = await LessonWorld.StartAsync();
        await world.ChangeCohortAsync(state);

        await world.PostAsync(1);

        Assert.Equal(SlotState.Planned, await world.StateAsync(1));
        Assert.Empty(world.Chat.Calls);
    }

    [Theory]
    [InlineData(1, "min to read\n")]
    [InlineData(20, "min to read · 20 min late\n")]
    [InlineData(60, "min to read · 60 min late\n")]
    public async Task Within_the_grace_period_it_is_posted_and_says_how_late_it_is(int minutes, string expected)
    {
        await using var world = await LessonWorld.StartAsync();

        await world.RingAsync(1, TimeSpan.FromMinutes(minutes));
        await world.SendAsync();

        Assert.Contains(expected, Assert.Single(world.Chat.In(world.Channel)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_grace_period_it_is_offered_to_the_facilitators_and_posted_on_their_word()
    {
        await using var world = await LessonWorld.StartAsync();

        await world.RingAsync(1, TimeSpan.FromMinutes(61));
        await world.RingAsync(1, TimeSpan.FromMinutes(90));
        await world.SendAsync();

        Assert.Empty(world.Chat.In(world.Channel));
        var offer = Assert.Single(world.Chat.In(world.Staff));
        Assert.Contains("was due Mon 7 Dec, 09:00", offer.Text, StringComparison.Ordinal);
        await world.RunAsync("frank", offer.Actions[0], "facilitators");
        await world.SendAsync();
        Assert.Contains("90 min late", Assert.Single(world.Chat.In(world.Channel)).Text, StringComparison.Ordinal);
        Assert.Equal(SlotState.Posted, await world.StateAsync(1));
    }

    [Fact]
    public async Task An_offer_can_be_skipped_and_its_other_button_is_stale_then()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.RingAsync(1, TimeSpan.FromHours(5));
        await world.SendAsync();
        var actions = Assert.Single(world.Chat.In(world.Staff)).Actions;

        await world.RunAsync("frank", actions[1], "facilitators");
        var said = Words.Of((await world.RunAsync("frank", actions[0], "facilitators")).Document);
        await world.SendAsync();

        Assert.Equal(SlotState.Skipped, await world.StateAsync(1));
        Assert.Contains("Something has changed", said, StringComparison.Ordinal);
        Assert.Empty(world.Chat.In(world.Channel));
    }

    [Fact]
    public async Task Without_a_staff_channel_each_facilitator_is_told_privately()
    {
        await using var world = await LessonWorld.StartAsync(change: cohort => cohort with { StaffChannel = null });

        await world.RingAsync(1, TimeSpan.FromHours(5));
        await world.SendAsync();

        Assert.Single(world.Chat.To("frank"));
        Assert.Empty(world.Chat.To("amina"));
    }

    [Fact]
    public async Task A_lesson_that_a_facilitator_opens_is_held_until_then_and_is_not_called_late()
    {
        await using var world = await LessonWorld.StartAsync(LessonGate.Facilitator);

        await world.RingAsync(1);
        await world.SendAsync();
        Assert.Equal(SlotState.Held, await world.StateAsync(1));
        Assert.Empty(world.Chat.In(world.Channel));

        world.Clock.Advance(TimeSpan.FromHours(9));
        await world.ConfirmAsync("frank", Assert.Single(world.Chat.In(world.Staff)).Actions[0]);
        await world.SendAsync();

        Assert.DoesNotContain("late", Assert.Single(world.Chat.In(world.Channel)).Text, StringComparison.Ordinal);
        Assert.Equal(SlotState.Posted, await world.StateAsync(1));
    }

    [Fact]
    public async Task A_lesson_that_was_opened_before_its_date_is_posted_on_its_date()
    {
        await using var world = await LessonWorld.StartAsync(LessonGate.Facilitator);
        await world.ConfirmAsync("frank", "lesson unlock 1");
        Assert.Equal(SlotState.Planned, await world.StateAsync(1));

        await world.PostAsync(1);

        Assert.Single(world.Chat.In(world.Channel));
    }

    [Fact]
    public async Task With_a_gate_by_lab_the_channel_gets_the_way_in_to_the_second_lesson()
    {
        await using var world = await LessonWorld.StartAsync(LessonGate.Lab);

        await world.PostAsync(1);
        await world.PostAsync(2);

        Assert.Contains("Body.", world.Chat.In(world.Channel)[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Body.", world.Chat.In(world.Channel)[1].Text, StringComparison.Ordinal);
        Assert.Equal(["my lesson number:2 cohort:1"], world.Chat.In(world.Channel)[1].Actions);
    }

    [Fact]
    public async Task An_alarm_that_goes_off_twice_at_two_nodes_posts_once()
    {
        await using var world = await LessonWorld.StartAsync();
        var other = world.Again();
        world.Clock.SetTo(LessonWorld.FirstDue);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => (number % 2 == 0 ? world : other).RingAsync(1))));
        await Task.WhenAll(Task.Run(world.SendAsync), Task.Run(other.SendAsync));
        await world.SendAsync();

        Assert.Single(world.Chat.In(world.Channel));
        Assert.Equal(SlotState.Posted, await world.StateAsync(1));
    }

    [Fact]
    public async Task A_platform_that_refuses_brings_the_lesson_back_to_the_facilitators_who_can_post_it_after_mending()
    {
        await using var world = await LessonWorld.StartAsync();
        world.Chat.FailNext(new ChatException("The channel is gone.", isTransient: false));

        await world.PostAsync(1);
        await world.SendAsync();

        Assert.Equal(SlotState.Offered, await world.StateAsync(1));
        var notice = Assert.Single(world.Chat.In(world.Staff));
        Assert.Contains("could not be posted", notice.Text, StringComparison.Ordinal);
        await world.RunAsync("frank", notice.Actions[0], "facilitators");
        await world.SendAsync();
        Assert.Single(world.Chat.In(world.Channel));
        Assert.Equal(SlotState.Posted, await world.StateAsync(1));
    }
}
