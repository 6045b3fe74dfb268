using System.Text;
using CohortBot.Chat;
using CohortBot.Chat.Sending;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Labs;

public sealed class LabCardTests
{
    [Fact]
    public async Task Before_the_minimum_Finish_says_what_is_missing()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse.");

        var reply = await world.RunAsync("amina", "lab finish", thread);

        Assert.Contains("1 of 3 exchanges", Words.Of(reply.Document), StringComparison.Ordinal);
        Assert.Contains("2 more answers", Words.Of(reply.Document), StringComparison.Ordinal);
        Assert.Equal(0, await world.CountAsync("card_words"));
    }

    [Fact]
    public async Task A_card_quotes_the_member_and_marks_guesses()
    {
        await using var world = await CompletedAsync();

        var reply = await world.RunAsync("amina", "lab card");

        Assert.True(reply.IsPrivate);
        Assert.Contains("I am a nurse and care for patients.", Words.Of(reply.Document), StringComparison.Ordinal);
        Assert.Contains("a guess: correct it", Words.Of(reply.Document), StringComparison.Ordinal);
        Assert.Equal(["lab finish lab:fit cohort:1", "lab edit lab:fit cohort:1", "lab share lab:fit cohort:1", "lab download lab:fit cohort:1"], Words.Actions(reply.Document));
    }

    [Fact]
    public async Task What_the_member_writes_over_stays_when_the_card_is_made_anew_and_sums_are_counted_again()
    {
        await using var world = await CompletedAsync();
        var form = (await world.RunAsync("amina", "lab edit")).Form!;
        Assert.Equal(5, form.Fields.Count);
        var filled = form.Fields.ToDictionary(field => field.Id, field => field.Value);
        filled["layer"] = "Research";
        filled["maths"] = "3";

        var saved = await world.RunAsync("amina", form.Action, fields: filled);
        Assert.Contains("Together: 6", Words.Of(saved.Document), StringComparison.Ordinal);
        Assert.Contains("Next step: Read one.", Words.Of(saved.Document), StringComparison.Ordinal);
        await world.SayAsync("amina", LabWorld.Channel with { Thread = "t1" }, "I never liked numbers.");
        var anew = await world.RunAsync("amina", "lab finish");

        Assert.Contains("Your layer: Research (your own wording)", Words.Of(anew.Document), StringComparison.Ordinal);
        Assert.Contains("Together: 6", Words.Of(anew.Document), StringComparison.Ordinal);
        Assert.Equal(3, await world.CountAsync("card_words"));
    }

    [Theory]
    [InlineData("1", 2)]
    [InlineData("seven", 1)]
    public async Task A_crisis_written_into_a_card_is_met_with_help_whether_the_card_is_kept_or_not(string score, int versions)
    {
        await using var world = await CompletedAsync();
        var form = (await world.RunAsync("amina", "lab edit")).Form!;
        var filled = form.Fields.ToDictionary(field => field.Id, field => field.Value);
        (filled["layer"], filled["maths"]) = ("I want to end my life.", score);

        var saved = await world.RunAsync("amina", form.Action, fields: filled);
        await world.SendDueAsync();

        Assert.Equal(versions, await world.CountAsync("card_words"));
        Assert.Equal(versions == 2, Words.Of(saved.Document).Contains("I want to end my life.", StringComparison.Ordinal));
        Assert.Contains("call the local emergency number", Assert.Single(world.Fake.To("amina"), shown => !shown.Text.StartsWith("Card of fit", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        var call = Assert.Single(world.Fake.To("frank")).Text;
        Assert.Contains("Amina's card of the lab “Where do you fit?”", call, StringComparison.Ordinal);
        Assert.DoesNotContain("end my life", call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crisis_written_into_a_card_drops_the_answer_under_way()
    {
        await using var world = await CompletedAsync();
        var form = (await world.RunAsync("amina", "lab edit")).Form!;
        var filled = form.Fields.ToDictionary(field => field.Id, field => field.Value);
        filled["layer"] = "I want to end my life.";
        var held = world.Advisor.NextHolds();
        await world.WriteAsync("amina", LabWorld.Channel with { Thread = "t1" }, "I work nights.");
        await world.Clock.UntilAsync(held.Entered.Task);
        var exchanges = await world.CountAsync("exchanges");

        await world.RunAsync("amina", form.Action, fields: filled);
        held.Release();
        await world.SettleAsync();

        Assert.Equal(exchanges, await world.CountAsync("exchanges"));
    }

    [Theory]
    [InlineData("seven")]
    [InlineData("9")]
    public async Task A_score_that_the_lab_does_not_know_is_refused(string score)
    {
        await using var world = await CompletedAsync();
        var form = (await world.RunAsync("amina", "lab edit")).Form!;
        var filled = form.Fields.ToDictionary(field => field.Id, field => field.Value);
        filled["maths"] = score;

        var reply = await world.RunAsync("amina", form.Action, fields: filled);

        Assert.Contains("a number from 1 to 3", Words.Of(reply.Document), StringComparison.Ordinal);
        Assert.Equal(1, await world.CountAsync("card_words"));
    }

    [Fact]
    public async Task A_card_made_anew_says_which_version_stands_in_the_channel_and_asks_before_it_takes_its_place()
    {
        await using var world = await CompletedAsync();
        await world.RunAsync("amina", Words.Actions((await world.RunAsync("amina", "lab share")).Document)[0]);
        await world.SendDueAsync();
        Assert.Contains("You have shared this card", Words.Of((await world.RunAsync("amina", "lab card")).Document), StringComparison.Ordinal);

        var anew = await world.RunAsync("amina", "lab finish");

        Assert.Contains("Version 1 of this card stands in the channel. This is version 2", Words.Of(anew.Document), StringComparison.Ordinal);
        Assert.Contains("lab share lab:fit cohort:1", Words.Actions(anew.Document));
        Assert.Contains("lab keep lab:fit cohort:1", Words.Actions(anew.Document));
        Assert.Contains("Nothing is posted until you press", Words.Of((await world.RunAsync("amina", "lab share")).Document), StringComparison.Ordinal);
        Assert.Equal(1, await world.CountAsync("card_shares"));
    }

    [Fact]
    public async Task A_card_is_shared_once_a_version_after_the_member_confirmed_and_can_be_taken_back()
    {
        await using var world = await CompletedAsync();

        var asked = await world.RunAsync("amina", "lab share");
        Assert.Empty(world.Fake.In(LabWorld.Channel));
        var confirm = Assert.Single(Words.Actions(asked.Document));
        await world.RunAsync("amina", confirm);
        await world.RunAsync("amina", confirm);
        Assert.Contains("Amina shares a card", Assert.Single(world.Fake.In(LabWorld.Channel)).Text, StringComparison.Ordinal);

        await world.RunAsync("amina", "lab keep");
        Assert.Empty(world.Fake.In(LabWorld.Channel));
        Assert.Contains("yours alone", Words.Of((await world.RunAsync("amina", "lab keep")).Document), StringComparison.Ordinal);

        await world.RunAsync("amina", confirm);
        Assert.Single(world.Fake.In(LabWorld.Channel));
    }

    [Fact]
    public async Task A_card_that_was_taken_back_before_it_could_be_posted_is_never_posted()
    {
        await using var world = await CompletedAsync();
        var confirm = Words.Actions((await world.RunAsync("amina", "lab share")).Document)[0];
        world.Fake.FailNext(new ChatException("The platform is away.", isTransient: true));
        await world.RunAsync("amina", confirm);
        Assert.Empty(world.Fake.In(LabWorld.Channel));

        world.Fake.FailNext(new ChatException("The platform is away.", isTransient: true));
        Assert.Contains("yours alone", Words.Of((await world.RunAsync("amina", "lab keep")).Document), StringComparison.Ordinal);
        for (var hour = 0; hour < 2; hour++) // the first try may still meet the fault
        {
            world.Clock.Advance(TimeSpan.FromHours(1));
            await world.SendDueAsync();
        }

        Assert.Empty(world.Fake.In(LabWorld.Channel));
    }

    [Fact]
    public async Task Of_a_card_in_parts_none_follows_after_it_was_taken_back()
    {
        await using var world = await CompletedAsync();
        world.Fake.FitsWhen = document => document.Blocks.Count == 1;
        var confirm = Words.Actions((await world.RunAsync("amina", "lab share")).Document)[0];
        var first = world.Fake.HoldNext();
        var sharing = Task.Run(() => world.RunAsync("amina", confirm));
        await first.Reached;
        world.Fake.FailNext(new ChatException("The platform is away.", isTransient: true));
        first.Release();
        await sharing;
        Assert.Single(world.Fake.In(LabWorld.Channel));

        world.Fake.FailNext(new ChatException("The platform is away.", isTransient: true));
        await world.RunAsync("amina", "lab keep");
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.SendDueAsync();

        Assert.Empty(world.Fake.In(LabWorld.Channel));
    }

    [Fact]
    public async Task What_a_platform_cannot_delete_now_is_said_and_goes_later()
    {
        await using var world = await CompletedAsync();
        await world.RunAsync("amina", Words.Actions((await world.RunAsync("amina", "lab share")).Document)[0]);
        world.Chat.BeforeDelete = () => throw new ChatException("The platform is away.", isTransient: true);

        Assert.Contains("just now", Words.Of((await world.RunAsync("amina", "lab keep")).Document), StringComparison.Ordinal);

        world.Chat.BeforeDelete = () => { };
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        await world.Get<Withdrawals>().WorkOffAsync(CancellationToken.None);
        Assert.Empty(world.Fake.In(LabWorld.Channel));
    }

    [Fact]
    public async Task A_confirmation_of_an_older_version_is_asked_again()
    {
        await using var world = await CompletedAsync();
        var confirm = Words.Actions((await world.RunAsync("amina", "lab share")).Document)[0];
        await world.RunAsync("amina", "lab finish");

        var reply = await world.RunAsync("amina", confirm);

        Assert.Contains("has changed", Words.Of(reply.Document), StringComparison.Ordinal);
        Assert.Empty(world.Fake.In(LabWorld.Channel));
    }

    [Fact]
    public async Task Nobody_sees_the_card_of_another_member()
    {
        await using var world = await CompletedAsync();
        await world.OpenAsync("ben");

        var reply = await world.RunAsync("ben", "lab card", LabWorld.Channel with { Thread = "t1" });

        Assert.DoesNotContain("nurse", Words.Of(reply.Document), StringComparison.Ordinal);
        Assert.Contains("not complete", Words.Of(reply.Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_lab_takes_the_card_up()
    {
        await using var world = await CompletedAsync();
        await world.PostLessonAsync(2);

        var thread = await world.OpenAsync("amina", "pillars");
        await world.SayAsync("amina", thread, "Let us go on.");

        Assert.Contains("From your card “Card of fit” I take up:", world.Fake.In(thread)[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("About your words", world.Fake.In(thread)[0].Text, StringComparison.Ordinal);
        Assert.Equal("Card of fit", Assert.Single(world.Advisor.Asked[^1].EarlierCards).Title);
    }

    [Fact]
    public async Task The_pack_is_one_file_with_every_card()
    {
        await using var world = await CompletedAsync();
        await world.PostLessonAsync(2);
        await world.OpenAsync("amina", "pillars");

        var reply = await world.RunAsync("amina", "my pack");
        var text = Encoding.UTF8.GetString(reply.File!.Content);
        var list = Words.Of((await world.RunAsync("amina", "my cards")).Document);

        Assert.StartsWith("# The roadmap of Amina", text, StringComparison.Ordinal);
        Assert.Contains("### Card of fit", text, StringComparison.Ordinal);
        Assert.Contains("### Rate your pillars", text, StringComparison.Ordinal);
        Assert.Contains("no card yet, 0 of 3 exchanges", list, StringComparison.Ordinal);
        Assert.NotNull((await world.RunAsync("amina", "lab download lab:fit")).File);
    }

    [Fact]
    public async Task A_card_that_cannot_be_made_is_offered_again()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Advisor.CardFails = CohortBot.Advisors.AdvisorFailure.Unavailable;
        foreach (var words in (string[])["I am a nurse.", "I work nights.", "I read."])
            await world.SayAsync("amina", thread, words);
        var told = Assert.Single(world.Fake.To("amina"));
        world.Advisor.CardFails = null;

        var reply = await world.RunAsync("amina", Assert.Single(told.Actions));

        Assert.Contains("Card of fit", Words.Of(reply.Document), StringComparison.Ordinal);
    }

    private static async Task<LabWorld> CompletedAsync()
    {
        var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse and care for patients.");
        await world.SayAsync("amina", thread, "I wrote some python last year.");
        await world.SayAsync("amina", thread, "I work nights.");
        return world;
    }
}
