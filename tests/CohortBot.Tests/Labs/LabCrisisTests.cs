using CohortBot.Advisors.Safety;
using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Labs;

public sealed class LabCrisisTests
{
    private const string Crisis = "My strongest skill is SQL. I also want to end my life.";

    [Fact]
    public async Task A_crisis_is_met_with_help_that_its_writer_alone_sees_and_the_facilitator_is_called_once()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("amina", thread, Crisis);
        await world.SendDueAsync();

        Assert.Empty(world.Advisor.Asked);
        Assert.Equal(0, await world.CountAsync("exchanges"));
        Assert.Single(world.Fake.In(thread));
        var help = Assert.Single(world.Fake.To("amina"));
        Assert.Contains("call the local emergency number", help.Text, StringComparison.Ordinal);
        Assert.Contains("no help lines", help.Text, StringComparison.Ordinal);
        Assert.Contains("let the people who lead your cohort know", help.Text, StringComparison.Ordinal);
        var call = Assert.Single(world.Fake.To("frank"));
        Assert.Contains("Amina may be in a crisis.", call.Text, StringComparison.Ordinal);
        Assert.Contains("“Where do you fit?” of Spring", call.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("end my life", call.Text, StringComparison.Ordinal);
        Assert.Contains("it read like a crisis", Words.Of((await world.RunAsync("amina", "lab why", thread)).Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_closed_cohort_a_crisis_is_met_too_also_after_a_restart()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        await world.Database.WriteAsync(session => session.ExecuteAsync("UPDATE cohorts SET state = 'Closed', closed_at = 1"), CancellationToken.None);
        await world.RestartAsync();

        await world.SayAsync("amina", thread, Crisis);

        Assert.Contains("call the local emergency number", Assert.Single(world.Fake.To("amina")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Further_messages_of_a_crisis_are_met_too_and_call_nobody_again_within_the_hour()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("amina", thread, "I want to die.");
        await world.SayAsync("amina", thread, "There is no point in living any more.");
        await world.SendDueAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(61));
        await world.SayAsync("amina", thread, "I want to die.");
        await world.SendDueAsync();

        var shown = world.Fake.To("amina");
        Assert.Equal(3, shown.Count);
        Assert.Contains("I have read this too", shown[1].Text, StringComparison.Ordinal);
        Assert.Contains("The lab can wait", shown[2].Text, StringComparison.Ordinal);
        Assert.Equal(2, world.Fake.To("frank").Count);
    }

    [Fact]
    public async Task After_a_crisis_the_lab_goes_on_and_nothing_of_it_is_ever_told_to_the_advisor()
    {
        await using var world = await LabWorld.StartAsync(options: options => options.TranscriptTokens = 500);
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("amina", thread, $"I am a nurse. {new string('x', 380)}");
        await world.SayAsync("amina", thread, Crisis);
        for (var turn = 1; turn <= 5; turn++)
            await world.SayAsync("amina", thread, $"I work nights. {new string('x', 380)}");
        await world.RunAsync("amina", "lab finish", thread);
        await world.PostLessonAsync(2);
        await world.SayAsync("amina", await world.OpenAsync("amina", "pillars"), "Let us go on.");

        Assert.Equal(7, await world.CountAsync("exchanges"));
        Assert.NotEmpty(world.Advisor.Summarised);
        Assert.All([.. world.Advisor.Asked, .. world.Advisor.Summarised], talk => Assert.DoesNotContain("end my life", string.Join('\n', talk.MemberWords), StringComparison.Ordinal));
        Assert.DoesNotContain("end my life", Words.Of((await world.RunAsync("amina", "lab card lab:fit")).Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_unanswered_when_a_crisis_is_met_is_set_aside_with_it()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var held = world.Advisor.NextHolds();

        await world.WriteAsync("amina", thread, "I work nights.");
        await world.Clock.UntilAsync(held.Entered.Task);
        await world.SayAsync("amina", thread, "I want to kill myself.");

        Assert.Single(world.Fake.In(thread));
        Assert.Equal(0, await world.CountAsync("exchanges"));
        Assert.Single(world.Advisor.Asked);
        await world.SayAsync("amina", thread, "I am a nurse.");
        Assert.Equal("I am a nurse.", world.Advisor.Asked[^1].Says);
    }

    [Fact]
    public async Task A_crisis_that_is_written_over_two_messages_is_one()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");

        await world.WriteAsync("amina", thread, "honestly i want to");
        await world.SayAsync("amina", thread, "end my life");

        Assert.Empty(world.Advisor.Asked);
        Assert.Single(world.Fake.To("amina"));
    }

    [Theory]
    [InlineData("Asking", false)]
    [InlineData("Asking", true)]
    [InlineData("Failed", false)]
    [InlineData("Failed", true)]
    [InlineData("Held", false)]
    public async Task A_crisis_over_two_messages_is_one_as_long_as_nobody_has_answered_the_first(string state, bool isEdited)
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var held = state == "Asking" ? world.Advisor.NextHolds() : null;
        if (state is "Failed" or "Held")
            world.Advisor.NextFails(CohortBot.Advisors.AdvisorFailure.Unavailable);
        await world.WriteAsync("amina", thread, "honestly i want to");
        await (held is null ? world.SettleAsync() : world.Clock.UntilAsync(held.Entered.Task));
        if (state == "Held")
            await world.Database.WriteAsync(session => session.ExecuteAsync("UPDATE turns SET state = 'Held'"), CancellationToken.None);

        if (isEdited)
        {
            var second = await world.WriteAsync("amina", thread, "never mind");
            await world.Get<IMessageReceiver>().ReceiveEditAsync(second.Message, "end my life", CancellationToken.None);
        }
        else
        {
            await world.WriteAsync("amina", thread, "end my life");
        }

        await world.SettleAsync();
        Assert.Single(world.Fake.To("amina"));
        Assert.Equal(2, await world.CountAsync("lab_messages WHERE reason = 'Crisis'"));
        Assert.Equal(0, await world.CountAsync("exchanges"));
        await world.SayAsync("amina", thread, "I am a nurse.");
        Assert.Equal("I am a nurse.", world.Advisor.Asked[^1].Says);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_edit_into_a_crisis_drops_the_answer_that_is_under_way(bool isAsking)
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var held = world.Advisor.NextHolds();
        var message = await world.WriteAsync("amina", thread, "I am a nurse.");
        if (isAsking)
            await world.Clock.UntilAsync(held.Entered.Task);

        await world.Get<IMessageReceiver>().ReceiveEditAsync(message.Message, "I want to die.", CancellationToken.None);
        await world.Get<IMessageReceiver>().ReceiveEditAsync(message.Message, "I want to die, really.", CancellationToken.None);
        await world.SettleAsync();
        await world.SendDueAsync();

        Assert.Single(world.Fake.In(thread));
        Assert.Equal(0, await world.CountAsync("exchanges"));
        Assert.DoesNotContain(world.Advisor.Asked, talk => talk.Says.Contains("die", StringComparison.Ordinal));
        Assert.Single(world.Fake.To("amina"));
        Assert.Single(world.Fake.To("frank"));
    }

    [Fact]
    public async Task An_answered_message_that_becomes_a_crisis_keeps_its_count_and_leaves_the_transcript()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var message = await world.SayAsync("amina", thread, "I am a nurse.");

        await world.Get<IMessageReceiver>().ReceiveEditAsync(message.Message, "I want to die.", CancellationToken.None);
        await world.SayAsync("amina", thread, "I work nights.");

        Assert.Single(world.Fake.To("amina"));
        Assert.Equal(2, await world.CountAsync("exchanges"));
        Assert.DoesNotContain("die", string.Join('\n', world.Advisor.Asked[^1].MemberWords), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_answer_that_is_asked_again_leaves_out_what_became_a_crisis()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Advisor.NextFails(CohortBot.Advisors.AdvisorFailure.Unavailable);
        var message = await world.SayAsync("amina", thread, "I am a nurse.");
        var retry = Assert.Single(world.Fake.In(thread)[^1].Actions);

        await world.Get<IMessageReceiver>().ReceiveEditAsync(message.Message, "I want to die.", CancellationToken.None);
        await world.RunAsync("amina", retry, thread);
        await world.SettleAsync();

        Assert.Single(world.Advisor.Asked);
        Assert.Equal(0, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task The_same_message_delivered_again_is_met_once()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var message = await world.SayAsync("amina", thread, Crisis);

        await world.Get<IMessageReceiver>().ReceiveAsync(message, CancellationToken.None);

        Assert.Single(world.Fake.To("amina"));
        Assert.Equal(1, await world.CountAsync("safety_events"));
    }

    [Fact]
    public async Task In_a_shared_thread_the_help_is_private_and_the_others_go_on()
    {
        await using var world = await LabWorld.StartAsync(LabThreadMode.Shared);
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("amina", thread, Crisis);
        await world.SayAsync("ben", thread, "I am a baker.");

        Assert.Single(world.Fake.To("amina"));
        Assert.Empty(world.Fake.To("ben"));
        Assert.Equal(2, world.Fake.In(thread).Count);
        Assert.Equal("I am a baker.", Assert.Single(world.Advisor.Asked).Says);
    }

    [Fact]
    public async Task A_guest_in_a_crisis_is_shown_help_too()
    {
        await using var world = await LabWorld.StartAsync(LabThreadMode.Shared);
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("zoe", thread, "I want to die.");

        Assert.Single(world.Fake.To("zoe"));
        Assert.Empty(world.Advisor.Asked);
    }

    [Fact]
    public async Task A_cohort_with_a_channel_for_its_facilitators_is_called_there()
    {
        await using var world = await LabWorld.StartAsync();
        await world.Database.WriteAsync(session => session.ExecuteAsync("UPDATE cohorts SET staff_channel = 'staff'"), CancellationToken.None);
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("amina", thread, Crisis);
        await world.SendDueAsync();

        Assert.Contains("Amina may be in a crisis", Assert.Single(world.Fake.In(LabWorld.Channel with { Channel = "staff" })).Text, StringComparison.Ordinal);
        Assert.Empty(world.Fake.To("frank"));
    }

    [Fact]
    public async Task Help_lines_are_those_of_the_member_s_country_with_the_day_of_their_check()
    {
        await using var world = await LabWorld.StartAsync(change: services => services.PostConfigure<SafetyOptions>(options => options.HelpLines =
        [
            new HelpLine { Country = "GB", Name = "Line of Britain", Contact = "number 1", CheckedOn = new DateOnly(2026, 11, 1) },
            new HelpLine { Country = "DE", Name = "Line of Germany", Contact = "number 2", Languages = ["de"], CheckedOn = new DateOnly(2026, 10, 2) },
            new HelpLine { Country = "*", Name = "Line of the world", Url = "https://help.example.org", CheckedOn = new DateOnly(2026, 11, 3) },
        ]));
        await world.Database.WriteAsync(session => session.ExecuteAsync("UPDATE member_profiles SET locale = 'de' WHERE platform_user = 'amina'"), CancellationToken.None);
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("amina", thread, "Ich will sterben.");

        var help = Assert.Single(world.Fake.To("amina"));
        Assert.Contains("Line of Germany · number 2 · de · geprüft am Fr 2 Okt. 2026", help.Text, StringComparison.Ordinal);
        Assert.Contains("Line of the world", help.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Line of Britain", help.Text, StringComparison.Ordinal);
    }
}
