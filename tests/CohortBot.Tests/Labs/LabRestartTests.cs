using CohortBot.Chat;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Labs;

public sealed class LabRestartTests
{
    [Fact]
    public async Task A_stop_before_the_placeholder_leaves_one_answer()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var posting = world.Fake.HoldNext();
        await world.WriteAsync("amina", thread, "I am a nurse.");
        await posting.Reached;

        await world.RestartAsync();

        await AssertOneAnswerAsync(world, thread);
    }

    [Fact]
    public async Task A_stop_while_the_member_is_still_writing_leaves_one_answer()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        await world.WriteAsync("amina", thread, "I am a nurse.");

        await world.RestartAsync();

        await AssertOneAnswerAsync(world, thread);
    }

    [Fact]
    public async Task A_stop_while_the_advisor_answers_leaves_one_answer()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var held = world.Advisor.NextHolds();
        await world.WriteAsync("amina", thread, "I am a nurse.");
        await world.Clock.UntilAsync(held.Entered.Task);

        await world.RestartAsync();

        Assert.Equal(2, world.Advisor.Asked.Count);
        await AssertOneAnswerAsync(world, thread);
    }

    [Fact]
    public async Task A_stop_between_the_whole_answer_and_its_exchange_leaves_one_answer()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var shown = new TaskCompletionSource();
        world.Chat.AfterEdit = async (document, token) =>
        {
            if (!Words.Of(document).Contains("Exchange 1", StringComparison.Ordinal))
                return;
            shown.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        };
        await world.WriteAsync("amina", thread, "I am a nurse.");
        await world.Clock.UntilAsync(shown.Task);
        world.Chat.AfterEdit = (_, _) => Task.CompletedTask;

        await world.RestartAsync();

        await AssertOneAnswerAsync(world, thread);
    }

    [Fact]
    public async Task A_stop_between_the_last_exchange_and_the_card_leaves_one_card()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse.");
        await world.SayAsync("amina", thread, "I work nights.");
        var closing = new TaskCompletionSource<FakeHold>();
        world.Chat.AfterEdit = (document, _) =>
        {
            if (Words.Of(document).Contains("Exchange 3", StringComparison.Ordinal))
                closing.TrySetResult(world.Fake.HoldNext());
            return Task.CompletedTask;
        };
        await world.WriteAsync("amina", thread, "I read.");
        await world.Clock.UntilAsync(closing.Task);
        await (await closing.Task).Reached;

        await world.RestartAsync();

        Assert.Equal(1, await world.CountAsync("card_words"));
        Assert.Single(world.Fake.In(thread), message => message.Text.Contains("Closing of fit.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_written_while_nobody_listened_is_answered_once()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var known = await world.SayAsync("amina", thread, "I am a nurse.");
        await world.StopAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        world.Fake.Write(known);
        world.Fake.Write(world.Message("amina", thread, "I work nights."));

        await world.ResumeAsync();

        Assert.Equal(["I am a nurse.", "I work nights."], world.Advisor.Asked.Select(talk => talk.Says));
        Assert.Equal(2, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task A_card_that_could_not_be_made_is_not_asked_for_at_every_start()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Advisor.CardFails = CohortBot.Advisors.AdvisorFailure.Unavailable;
        foreach (var words in (string[])["I am a nurse.", "I work nights.", "I read."])
            await world.SayAsync("amina", thread, words);

        await world.RestartAsync();

        Assert.Equal(1, world.Advisor.Cards);
        Assert.Single(world.Fake.To("amina"));
    }

    private static async Task AssertOneAnswerAsync(LabWorld world, Place thread)
    {
        Assert.Equal("You said: I am a nurse.\nExchange 1 of 3", Assert.Single(world.Fake.In(thread).Skip(1)).Text);
        Assert.Equal(1, await world.CountAsync("exchanges"));
        Assert.Equal(1, await world.CountAsync("turns"));
    }
}
