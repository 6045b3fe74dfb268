using CohortBot.Chat;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Labs;

public sealed class LabConversationTests
{
    [Fact]
    public async Task Three_answered_turns_complete_the_lab_and_make_the_card()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("amina", thread, "I am a nurse.");
        await world.SayAsync("amina", thread, "I wrote some python for our patients.");
        var beforeLast = world.Fake.In(thread);
        await world.SayAsync("amina", thread, "I like statistics.");

        Assert.Equal(["Exchange 1 of 3", "Exchange 2 of 3"], beforeLast.Skip(1).Select(message => message.Text.Split('\n')[^1]));
        var messages = world.Fake.In(thread);
        Assert.Contains("You said: I like statistics.\nExchange 3 of 3", messages[3].Text, StringComparison.Ordinal);
        Assert.Contains("Closing of fit.", messages[4].Text, StringComparison.Ordinal);
        Assert.Equal(5, messages.Count);
        var card = Assert.Single(world.Fake.To("amina"));
        Assert.Contains("Applications", card.Text, StringComparison.Ordinal);
        Assert.Equal(3, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task What_is_sent_before_the_advisor_starts_is_one_exchange_and_what_is_sent_later_the_next()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var held = world.Advisor.NextHolds();

        await world.WriteAsync("amina", thread, "One.");
        await world.WriteAsync("amina", thread, "Two.");
        await world.Clock.UntilAsync(held.Entered.Task);
        await world.WriteAsync("amina", thread, "Three.");
        held.Release();
        await world.SettleAsync();

        Assert.Equal(["One.\nTwo.", "Three."], world.Advisor.Asked.Select(talk => talk.Says));
        Assert.Equal(2, world.Advisor.Asked[1].Exchange);
        Assert.Equal("You said: One.\nTwo.", Assert.Single(world.Advisor.Asked[1].Past).Answered);
        Assert.Equal(2, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task The_placeholder_stands_before_the_member_has_finished_writing()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var posted = world.Fake.HoldNext();

        await world.WriteAsync("amina", thread, "One.");
        await posted.Reached;
        Assert.Empty(world.Advisor.Asked);
        posted.Release();
        await world.SettleAsync();

        Assert.Equal("You said: One.\nExchange 1 of 3", world.Fake.In(thread)[1].Text);
    }

    [Fact]
    public async Task A_member_who_never_stops_writing_is_answered_after_ten_seconds()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var posted = world.Fake.HoldNext();
        for (var second = 0; second < 12; second++)
        {
            await world.WriteAsync("amina", thread, $"{second}");
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        posted.Release();
        await world.SettleAsync();

        Assert.StartsWith("0\n1\n2", Assert.Single(world.Advisor.Asked).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_delivered_again_is_answered_once()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");

        var message = await world.SayAsync("amina", thread, "I am a nurse.");
        await world.Get<IMessageReceiver>().ReceiveAsync(message, CancellationToken.None);
        await world.SettleAsync();

        Assert.Single(world.Advisor.Asked);
        Assert.Equal(1, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task Words_written_outside_of_lab_threads_are_not_stored()
    {
        await using var world = await LabWorld.StartAsync();
        await world.OpenAsync("amina");

        await world.SayAsync("amina", LabWorld.Channel, "Hello everybody!");
        await world.SayAsync("amina", LabWorld.Channel with { Thread = "other" }, "Hello there!");

        Assert.Equal(0, await world.CountAsync("lab_messages"));
    }

    [Fact]
    public async Task Emoji_alone_are_kept_with_a_hint_and_neither_asked_nor_counted()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("amina", thread, "👍 :tada:");
        await world.SayAsync("amina", thread, "🎉");
        await world.SayAsync("amina", thread, "   ");

        Assert.Empty(world.Advisor.Asked);
        Assert.Contains("words", Assert.Single(world.Fake.To("amina")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.CountAsync("exchanges"));
        Assert.Equal(3, await world.CountAsync("lab_messages WHERE reason IS NOT NULL"));
    }

    [Fact]
    public async Task What_others_write_in_an_own_thread_is_not_answered()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("ben", thread, "Hi Amina, how is it going?");

        Assert.Empty(world.Advisor.Asked);
        Assert.Equal(1, await world.CountAsync("lab_messages WHERE reason = 'NotYours'"));
    }

    [Fact]
    public async Task In_a_shared_thread_each_member_is_counted_alone_and_the_opening_comes_once()
    {
        await using var world = await LabWorld.StartAsync(CohortBot.Cohorts.LabThreadMode.Shared);
        var thread = await world.OpenAsync("amina");
        Assert.Equal(thread, await world.OpenAsync("ben"));

        await world.WriteAsync("amina", thread, "I am a nurse.");
        await world.WriteAsync("ben", thread, "I am a cook.");
        await world.WriteAsync("zoe", thread, "I am a guest.");
        await world.SettleAsync();

        Assert.Equal(["I am a cook.", "I am a nurse."], world.Advisor.Asked.Select(talk => talk.Says).Order());
        Assert.All(world.Advisor.Asked, talk => Assert.Equal(1, talk.Exchange));
        Assert.Single(world.Fake.In(thread), message => message.Text.Contains("First question", StringComparison.Ordinal));
        Assert.Contains(world.Fake.In(thread), message => message.Text.Contains("Ben · Exchange 1 of 3", StringComparison.Ordinal));
        await world.SayAsync("zoe", thread, "Is anybody there?");
        Assert.Contains("You are not in this cohort", Assert.Single(world.Fake.To("zoe")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await world.CountAsync("lab_messages WHERE reason = 'NotEnrolled'"));
    }

    [Fact]
    public async Task A_long_answer_comes_in_parts_with_the_count_at_the_end()
    {
        await using var world = await LabWorld.StartAsync();
        world.Fake.FitsWhen = document => Words.Of(document).Length <= 60;
        var thread = LabWorld.Channel with { Thread = "t1" };
        await world.OpenAsync("amina");
        var before = world.Fake.In(thread).Count;
        world.Advisor.Next(string.Join("\n\n", Enumerable.Range(1, 5).Select(part => $"Part {part} of an answer that is too long.")));

        await world.SayAsync("amina", thread, "Tell me.");

        var parts = world.Fake.In(thread).Skip(before).ToList();
        Assert.True(parts.Count > 2);
        Assert.Contains("Part 1", parts[0].Text, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.True(part.Text.Length <= 60));
        Assert.EndsWith("Exchange 1 of 3", parts[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exchange", string.Concat(parts.SkipLast(1).Select(part => part.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labs_run_side_by_side_within_their_bound_and_those_who_wait_see_that()
    {
        await using var world = await LabWorld.StartAsync(options: options => options.AtOnce = 1);
        var (hers, his) = (await world.OpenAsync("amina"), await world.OpenAsync("ben"));
        var held = world.Advisor.NextHolds();
        await world.WriteAsync("amina", hers, "I am a nurse.");
        await world.Clock.UntilAsync(held.Entered.Task);
        var placeholder = world.Fake.HoldNext();

        await world.WriteAsync("ben", his, "I am a cook.");
        await placeholder.Reached;
        placeholder.Release();
        Assert.Single(world.Advisor.Asked);
        held.Release();
        await world.SettleAsync();

        Assert.Equal("You said: I am a cook.\nExchange 1 of 3", world.Fake.In(his)[1].Text);
        Assert.Equal("You said: I am a nurse.\nExchange 1 of 3", world.Fake.In(hers)[1].Text);
    }
}
