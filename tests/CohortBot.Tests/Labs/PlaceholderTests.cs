using CohortBot.Chat;

namespace CohortBot.Tests.Labs;

public sealed class PlaceholderTests
{
    [Fact]
    public async Task A_turn_that_begins_posts_its_placeholder_without_asking_the_channel()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("amina", thread, "I am a nurse.");
        await world.SayAsync("amina", thread, "I work nights.");

        Assert.DoesNotContain("find", world.Fake.Calls);
    }

    [Fact]
    public async Task A_placeholder_that_a_crash_left_is_found_and_becomes_the_answer()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Fake.CrashAfterNext();
        await world.SayAsync("amina", thread, "I am a nurse.");

        await world.RestartAsync();

        Assert.Single(world.Fake.Calls, "find");
        await AssertOneAnswerAsync(world, thread);
    }

    [Fact]
    public async Task A_placeholder_whose_answer_was_lost_is_found_and_becomes_the_answer()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Fake.LoseNextAnswer();

        await world.SayAsync("amina", thread, "I am a nurse.");

        await AssertOneAnswerAsync(world, thread);
    }

    [Fact]
    public async Task A_placeholder_that_the_platform_refuses_is_an_apology_at_once()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Fake.FailNext(new ChatException("The thread is locked.", isTransient: false));

        await world.SayAsync("amina", thread, "I am a nurse.");

        Assert.Contains("could not be shown", Assert.Single(world.Fake.In(thread).Skip(1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_somebody_deleted_the_placeholder_Try_again_answers_in_a_new_one()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        await AnswerIntoNothingAsync(world, thread);
        Assert.Equal(0, await world.CountAsync("exchanges"));

        await world.RunAsync("amina", Assert.Single(world.Fake.In(thread)[^1].Actions), thread);
        await world.SettleAsync();

        Assert.Equal(2, world.Advisor.Asked.Count);
        Assert.Equal("You said: I am a nurse.\nExchange 1 of 3", world.Fake.In(thread)[^1].Text);
        Assert.Equal(1, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task An_answer_that_nobody_can_see_is_not_streamed_to_its_end()
    {
        await using var world = await LabWorld.StartAsync();
        world.Fake.Limits = world.Fake.Limits with { EditInterval = TimeSpan.Zero };
        var thread = await world.OpenAsync("amina");

        await AnswerIntoNothingAsync(world, thread);

        Assert.Equal(3, world.Fake.Calls.Count(call => call == "edit")); // twice on the way, then the apology; never the whole answer
    }

    private static async Task AnswerIntoNothingAsync(LabWorld world, Place thread)
    {
        var held = world.Advisor.NextHolds();
        await world.WriteAsync("amina", thread, "I am a nurse.");
        await world.Clock.UntilAsync(held.Entered.Task);
        await world.Fake.DeleteAsync(world.Fake.In(thread)[^1].Message, CancellationToken.None);
        held.Release();
        await world.SettleAsync();
        Assert.Contains("could not be shown", world.Fake.In(thread)[^1].Text, StringComparison.Ordinal);
    }

    private static async Task AssertOneAnswerAsync(LabWorld world, Place thread)
    {
        Assert.Equal("You said: I am a nurse.\nExchange 1 of 3", Assert.Single(world.Fake.In(thread).Skip(1)).Text);
        Assert.Equal(1, await world.CountAsync("exchanges"));
    }
}
