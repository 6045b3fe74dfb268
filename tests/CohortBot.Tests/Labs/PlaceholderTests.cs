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

    private static async Task AssertOneAnswerAsync(LabWorld world, Place thread)
    {
        Assert.Equal("You said: I am a nurse.\nExchange 1 of 3", Assert.Single(world.Fake.In(thread).Skip(1)).Text);
        Assert.Equal(1, await world.CountAsync("exchanges"));
    }
}
