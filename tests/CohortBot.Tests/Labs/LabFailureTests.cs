using CohortBot.Advisors;
using CohortBot.Chat;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Labs;

public sealed class LabFailureTests
{
    [Theory]
    [InlineData(AdvisorFailure.TimedOut, "took too long")]
    [InlineData(AdvisorFailure.Unavailable, "cannot be reached")]
    [InlineData(AdvisorFailure.Empty, "was empty")]
    [InlineData(AdvisorFailure.Refused, "would not answer")]
    [InlineData(AdvisorFailure.NotSetUp, "not set up right")]
    public async Task A_failure_ends_as_one_apology_and_Try_again_brings_the_answer(AdvisorFailure failure, string says)
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Advisor.NextFails(failure);

        await world.SayAsync("amina", thread, "I am a nurse.");
        var apology = Assert.Single(world.Fake.In(thread).Skip(1));
        Assert.Equal(0, await world.CountAsync("exchanges"));
        await world.RunAsync("amina", Assert.Single(apology.Actions), thread);
        await world.SettleAsync();

        Assert.Contains(says, apology.Text, StringComparison.Ordinal);
        Assert.Equal(2, world.Advisor.Asked.Count);
        Assert.Equal("You said: I am a nurse.\nExchange 1 of 3", Assert.Single(world.Fake.In(thread).Skip(1)).Text);
        Assert.Equal(1, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_and_begins_anew_is_shown_once()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Advisor.NextBreaksOff("You said: I am a", "You said: I am a nurse.");

        await world.SayAsync("amina", thread, "I am a nurse.");

        Assert.Equal("You said: I am a nurse.\nExchange 1 of 3", Assert.Single(world.Fake.In(thread).Skip(1)).Text);
    }

    [Fact]
    public async Task A_fault_of_ours_is_an_apology_too()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Advisor.NextBreaks();

        await world.SayAsync("amina", thread, "I am a nurse.");

        Assert.Contains("on our side", world.Fake.In(thread)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_goes_on_writing_after_a_failure_gets_one_answer_to_all_of_it()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Advisor.NextFails(AdvisorFailure.Refused);

        await world.SayAsync("amina", thread, "I am a nurse.");
        var retry = Assert.Single(world.Fake.In(thread)[1].Actions);
        await world.SayAsync("amina", thread, "I work nights.");
        var late = await world.RunAsync("amina", retry, thread);

        Assert.Equal("I am a nurse.\nI work nights.", world.Advisor.Asked[1].Says);
        Assert.Empty(world.Fake.In(thread)[1].Actions);
        Assert.Contains("later answer", Words.Of(late.Document), StringComparison.Ordinal);
        Assert.Equal(1, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task Nobody_else_can_press_Try_again()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Advisor.NextFails(AdvisorFailure.Refused);
        await world.SayAsync("amina", thread, "I am a nurse.");

        var reply = await world.RunAsync("ben", world.Fake.In(thread)[1].Actions[0], thread);
        await world.SettleAsync();

        Assert.Contains("not yours", Words.Of(reply.Document), StringComparison.Ordinal);
        Assert.Single(world.Advisor.Asked);
    }

    [Fact]
    public async Task An_edit_that_the_platform_refuses_for_a_while_arrives_in_the_end()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var refusals = 3;
        world.Chat.BeforeEdit = _ =>
        {
            if (refusals-- > 0)
                throw new ChatException("Too fast.", isTransient: true, TimeSpan.FromSeconds(2));
        };

        await world.SayAsync("amina", thread, "I am a nurse.");

        Assert.Equal("You said: I am a nurse.\nExchange 1 of 3", world.Fake.In(thread)[1].Text);
    }

    [Fact]
    public async Task A_placeholder_that_cannot_be_edited_leaves_an_apology_below_and_nothing_counted()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Chat.BeforeEdit = _ => throw new ChatException("The message is gone.", isTransient: false);

        await world.SayAsync("amina", thread, "I am a nurse.");

        Assert.Contains("could not be shown", world.Fake.In(thread)[2].Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task The_answer_streams_no_oftener_than_the_platform_takes_edits()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Advisor.Next(new string('x', 400));

        await world.SayAsync("amina", thread, "I am a nurse.");

        // the first words, then the whole answer once the interval has passed
        Assert.Equal(2, world.Fake.In(thread)[1].Edits);
    }
}
