using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Courses;
using CohortBot.Exchanges;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Labs;

namespace CohortBot.Tests.Exchanges;

public sealed class LabWhyTests
{
    [Theory]
    [InlineData(30, 30, "")]
    [InlineData(31, 30, "One earlier message is left out")]
    public async Task The_newest_thirty_messages_are_listed_and_what_is_left_out_is_said(int written, int listed, string said)
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        for (var number = 1; number <= written; number++)
            await world.WriteAsync("amina", thread, "👍");

        var why = (await world.RunAsync("amina", "lab why", thread)).Document;

        Assert.Equal(listed, Assert.Single(why.Blocks.OfType<Bullets>()).Items.Count);
        Assert.Equal(said.Length > 0, Words.Of(why).Contains("left out", StringComparison.Ordinal));
        Assert.Contains(said, Words.Of(why), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lab_without_a_message_has_no_list_and_still_says_the_rule()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");

        var why = (await world.RunAsync("amina", "lab why", thread)).Document;

        Assert.Empty(why.Blocks.OfType<Bullets>());
        Assert.Contains("0 of 3", Words.Of(why), StringComparison.Ordinal);
        Assert.EndsWith("repeated deliveries and edits never count.", Words.Of(why), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_stand_on_one_line_set_apart_and_not_longer_than_sixty_letters()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am\na nurse.");
        await world.SayAsync("amina", thread, new string('a', 60));
        await world.SayAsync("amina", thread, new string('b', 61));

        var list = Assert.Single((await world.RunAsync("amina", "lab why", thread)).Document.Blocks.OfType<Bullets>());

        Assert.False(list.IsNumbered);
        Assert.Equal(
            ["I am a nurse.", new string('a', 60), new string('b', 60) + "…"],
            list.Items.Select(item => Assert.Single(item.Text, run => run.IsItalic).Text));
    }

    [Fact]
    public async Task A_message_that_waits_is_being_answered_and_one_that_was_edited_later_counts_once()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var message = await world.SayAsync("amina", thread, "I am a nurce.");
        await world.Get<IMessageReceiver>().ReceiveEditAsync(message.Message, "I am a nurse.", CancellationToken.None);
        await world.SettleAsync();
        await world.WriteAsync("amina", thread, "I work nights.");

        var why = Words.Of((await world.RunAsync("amina", "lab why", thread)).Document);

        Assert.Contains("I am a nurse. · counted, exchange 1; edited later", why, StringComparison.Ordinal);
        Assert.Contains("I work nights. · not counted yet: it is being answered", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lab_is_the_one_that_is_named_else_that_of_the_thread_else_the_one_begun_last()
    {
        await using var world = await LabWorld.StartAsync();
        await world.PostLessonAsync(2);
        Assert.Contains("You have not started a lab here yet", Words.Of((await world.RunAsync("amina", "lab why")).Document), StringComparison.Ordinal);
        var fit = await world.OpenAsync("amina");
        await world.OpenAsync("amina", "pillars");

        var named = await world.RunAsync("amina", "lab why lab:pillars", fit);
        var here = await world.RunAsync("amina", "lab why", fit);
        var last = await world.RunAsync("amina", "lab why");

        Assert.StartsWith("Rate your pillars\n", Words.Of(named.Document), StringComparison.Ordinal);
        Assert.StartsWith("Where do you fit?\n", Words.Of(here.Document), StringComparison.Ordinal);
        Assert.StartsWith("Rate your pillars\n", Words.Of(last.Document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FIT", "Where do you fit?")]
    [InlineData("\"rate your pillars\"", "Rate your pillars")]
    [InlineData("pilars", "Did you mean pillars?")]
    [InlineData("xyzzy", "The labs are: fit, pillars.")]
    public async Task A_lab_is_called_by_its_id_or_its_title_and_a_near_miss_is_helped(string named, string expected)
    {
        await using var world = await LabWorld.StartAsync();

        Assert.Contains(expected, Words.Of((await world.RunAsync("amina", $"lab why lab:{named}")).Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_told_in_the_members_own_zone_where_it_is_known()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse.");
        var amina = await FindAsync(world, "amina");
        await world.Get<MemberDirectory>().ChooseZoneAsync(amina, "Asia/Tokyo", CancellationToken.None);

        Assert.Contains("Tue 1 Dec, 17:0", Words.Of((await world.RunAsync("amina", "lab why", thread)).Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lab_is_offered_for_completion_by_id_and_title()
    {
        await using var world = await LabWorld.StartAsync();
        var call = new CommandCall { User = new UserRef(WorkspaceId.Local, "amina"), UserName = "Amina", Place = LabWorld.Channel, Line = "/lab why lab:" };

        var offered = await world.Get<IInteractions>().SuggestAsync(call, CancellationToken.None);

        Assert.Contains(offered, one => one.Label == "pillars" && one.Hint == "Rate your pillars");
    }

    [Fact]
    public async Task What_is_complete_stays_so_while_another_lab_is_under_way()
    {
        await using var world = await LabWorld.StartAsync();
        await world.PostLessonAsync(2);
        var thread = await world.OpenAsync("amina");
        foreach (var words in (string[])["I am a nurse.", "I work nights.", "I read."])
            await world.SayAsync("amina", thread, words);
        await world.OpenAsync("amina", "pillars");
        var amina = await FindAsync(world, "amina");

        Assert.True(await world.Get<LabProgress>().IsCompleteAsync(WorkspaceId.Local, new CohortId(1), new LabId("fit"), amina.Key, CancellationToken.None));
        Assert.False(await world.Get<LabProgress>().IsCompleteAsync(WorkspaceId.Local, new CohortId(1), new LabId("pillars"), amina.Key, CancellationToken.None));
    }

    [Fact]
    public async Task A_status_shows_a_dash_for_a_lab_that_was_not_begun()
    {
        await using var world = await LabWorld.StartAsync();
        await world.OpenAsync("amina");

        var status = Words.Of((await world.RunAsync("frank", "cohort status")).Document);

        Assert.Contains("Amina | 0 of 3 | –\nBen | – | –", status, StringComparison.Ordinal);
    }

    private static async Task<Member> FindAsync(LabWorld world, string user) =>
        (await world.Get<MemberDirectory>().FindAsync(new UserRef(WorkspaceId.Local, user), CancellationToken.None))!;
}
