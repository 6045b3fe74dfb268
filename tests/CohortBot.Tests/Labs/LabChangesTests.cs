using CohortBot.Chat;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Labs;

public sealed class LabChangesTests
{
    [Fact]
    public async Task An_edit_before_the_advisor_starts_changes_what_is_asked()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");

        var message = await world.WriteAsync("amina", thread, "I am a nurce.");
        await world.Get<IMessageReceiver>().ReceiveEditAsync(message.Message, "I am a nurse.", CancellationToken.None);
        await world.SettleAsync();

        Assert.Equal("I am a nurse.", Assert.Single(world.Advisor.Asked).Says);
    }

    [Fact]
    public async Task An_edit_while_the_advisor_answers_asks_anew_and_counts_once()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var held = world.Advisor.NextHolds();

        var message = await world.WriteAsync("amina", thread, "I am a nurce.");
        await world.Clock.UntilAsync(held.Entered.Task);
        await world.Get<IMessageReceiver>().ReceiveEditAsync(message.Message, "I am a nurse.", CancellationToken.None);
        await world.SettleAsync();

        Assert.Equal("You said: I am a nurse.\nExchange 1 of 3", Assert.Single(world.Fake.In(thread).Skip(1)).Text);
        Assert.Equal(1, await world.CountAsync("exchanges"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_that_is_deleted_before_the_answer_is_not_answered(bool isAsking)
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var held = world.Advisor.NextHolds();
        var message = await world.WriteAsync("amina", thread, "My secret.");
        if (isAsking)
            await world.Clock.UntilAsync(held.Entered.Task);

        await world.Get<IMessageReceiver>().ReceiveDeletionAsync(message.Message, CancellationToken.None);
        await world.SettleAsync();

        Assert.Single(world.Fake.In(thread));
        Assert.Equal(0, await world.CountAsync("exchanges"));
        Assert.Equal(0, await world.CountAsync("lab_message_words"));
        Assert.Contains("you deleted it", Words.Of((await world.RunAsync("amina", "lab why", thread)).Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_deleted_while_others_of_its_turn_are_answered_is_not_shown_as_counted()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var held = world.Advisor.NextHolds();
        await world.WriteAsync("amina", thread, "I am a nurse.");
        var secret = await world.WriteAsync("amina", thread, "My secret.");
        await world.Clock.UntilAsync(held.Entered.Task);

        await world.Get<IMessageReceiver>().ReceiveDeletionAsync(secret.Message, CancellationToken.None);
        await world.SettleAsync();

        Assert.Equal("I am a nurse.", world.Advisor.Asked[^1].Says);
        var why = Words.Of((await world.RunAsync("amina", "lab why", thread)).Document);
        Assert.Contains("I am a nurse. · counted", why, StringComparison.Ordinal);
        Assert.Contains("you deleted it", why, StringComparison.Ordinal);
        Assert.Equal(1, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task Changes_after_the_answer_reach_the_transcript_and_the_exchanges_stand()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var inbox = world.Get<IMessageReceiver>();
        var edited = await world.SayAsync("amina", thread, "I am a nurce.");
        var deleted = await world.SayAsync("amina", thread, "My secret.");

        await inbox.ReceiveEditAsync(edited.Message, "I am a nurse.", CancellationToken.None);
        await inbox.ReceiveDeletionAsync(deleted.Message, CancellationToken.None);
        await world.SayAsync("amina", thread, "What now?");

        var past = world.Advisor.Asked[^1].Past;
        Assert.Equal(["I am a nurse.", "(The member deleted this message.)"], past.Select(exchange => exchange.Said));
        Assert.Equal(3, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task Older_turns_are_summed_up_once_they_do_not_fit_and_the_sum_is_kept()
    {
        await using var world = await LabWorld.StartAsync(options: options => options.TranscriptTokens = 500);
        var thread = await world.OpenAsync("amina");

        for (var turn = 1; turn <= 6; turn++)
            await world.SayAsync("amina", thread, $"{turn} {new string('x', 380)}");

        var last = world.Advisor.Asked[^1];
        Assert.Equal(6, last.Exchange);
        Assert.NotNull(last.Summary);
        Assert.True(last.Past.Count is >= 1 and < 5);
        Assert.NotEmpty(world.Advisor.Summarised);
        Assert.Equal(1, await world.CountAsync("lab_summary_words"));
        Assert.All(world.Advisor.Asked, talk => Assert.True(talk.Past.Sum(past => past.Said.Length + past.Answered.Length) / 4 <= 500));
        await world.RunAsync("amina", "lab finish", thread);
        Assert.Equal(6, await world.CountAsync("exchanges"));
    }
}
