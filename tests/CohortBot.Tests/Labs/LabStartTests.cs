using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Tests.Fakes;
using CohortBot.Texts;

namespace CohortBot.Tests.Labs;

public sealed class LabStartTests
{
    [Fact]
    public async Task The_first_lab_opens_with_goal_count_readers_privacy_and_the_first_question()
    {
        await using var world = await LabWorld.StartAsync();

        var thread = await world.OpenAsync("amina");

        var opening = Assert.Single(world.Fake.In(thread));
        Assert.StartsWith("Where do you fit?", opening.Text, StringComparison.Ordinal);
        Assert.Contains("The goal of fit.", opening.Text, StringComparison.Ordinal);
        Assert.Contains("3 exchanges complete the lab", opening.Text, StringComparison.Ordinal);
        Assert.Contains("Who can read this", opening.Text, StringComparison.Ordinal);
        Assert.Contains("About your words", opening.Text, StringComparison.Ordinal);
        Assert.Contains("First question of fit?", opening.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressed_again_it_leads_to_the_same_thread_also_after_a_restart()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");

        await world.RestartAsync();
        var again = await world.RunAsync("amina", "lab start");

        Assert.Equal(thread, again.GoTo);
        Assert.Contains("before", Words.Of(again.Document), StringComparison.Ordinal);
        Assert.Single(world.Fake.In(thread));
        Assert.NotEqual(thread, await world.OpenAsync("ben"));
    }

    [Fact]
    public async Task Who_is_no_member_is_told_how_to_join()
    {
        await using var world = await LabWorld.StartAsync();

        var reply = await world.RunAsync("zoe", "lab start lab:fit");

        Assert.Null(reply.GoTo);
        Assert.Equal(["my join cohort:1"], Words.Actions(reply.Document));
    }

    [Theory]
    [InlineData("amina", true)]
    [InlineData("*", true)]
    [InlineData("ben", false)]
    public async Task A_lab_whose_lesson_was_opened_by_hand_ahead_of_its_date_starts_for_those_it_was_opened_to(string openedTo, bool starts)
    {
        await using var world = await LabWorld.StartAsync();
        var member = openedTo == "*"
            ? MemberKey.Everybody
            : (await world.Get<MemberDirectory>().FindAsync(new UserRef(WorkspaceId.Local, openedTo), CancellationToken.None))!.Key;
        await world.Database.WriteAsync(
            session => session.ExecuteAsync(
                "INSERT INTO lesson_unlocks (workspace, cohort, lesson, member, unlocked_at, unlocked_by) SELECT workspace, cohort, lesson, @member, 0, @member FROM lesson_slots WHERE number = 2",
                new { member }),
            CancellationToken.None);

        var reply = await world.RunAsync("amina", "lab start lab:pillars");

        Assert.Equal(starts, reply.GoTo is not null);
        Assert.Equal(starts ? 1 : 0, await world.CountAsync("participations"));
    }

    [Fact]
    public async Task A_lab_whose_lesson_is_still_to_come_says_when_it_opens()
    {
        await using var world = await LabWorld.StartAsync();

        var reply = await world.RunAsync("amina", "lab start lab:pillars");

        Assert.Null(reply.GoTo);
        Assert.Contains("Mon 7 Dec, 09:00 (UTC+01:00)", Words.Of(reply.Document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lab start lab:pilars", "pillars")]
    [InlineData("lab start lab:something-else", "fit, pillars")]
    public async Task A_lab_that_does_not_exist_is_refused_with_the_ones_that_do(string line, string says)
    {
        await using var world = await LabWorld.StartAsync();

        var reply = await world.RunAsync("amina", line);

        Assert.Contains(says, Words.Of(reply.Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_closed_cohort_no_new_lab_starts_and_an_old_one_can_be_found()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        await world.Database.WriteAsync(session => session.ExecuteAsync("UPDATE cohorts SET state = 'Closed', closed_at = 1"), CancellationToken.None);

        Assert.Equal(thread, (await world.RunAsync("amina", "lab start lab:fit")).GoTo);
        Assert.Null((await world.RunAsync("ben", "lab start lab:fit")).GoTo);
        await world.SayAsync("amina", thread, "One more thing.");
        await world.SayAsync("amina", thread, "And another.");

        Assert.Empty(world.Advisor.Asked);
        Assert.Contains("This cohort is closed", Assert.Single(world.Fake.To("amina")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await world.CountAsync("lab_messages WHERE reason = 'CohortClosed'"));
    }

    [Fact]
    public async Task A_member_who_reads_German_is_answered_in_German()
    {
        await using var world = await LabWorld.StartAsync();
        var member = await world.Get<MemberDirectory>().FindAsync(new UserRef(WorkspaceId.Local, "amina"), CancellationToken.None);
        await world.Get<MemberDirectory>().ChooseLocaleAsync(member!, Locale.German, CancellationToken.None);

        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "Ich bin Pflegekraft.");

        Assert.Contains("Was du mitnimmst", world.Fake.In(thread)[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("Austausch 1 von 3", world.Fake.In(thread)[1].Text, StringComparison.Ordinal);
        Assert.Equal(Locale.German, world.Advisor.Asked[0].Locale);
        Assert.Contains("gezählt", Words.Of((await world.RunAsync("amina", "lab why", thread)).Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_thread_is_one_for_all()
    {
        await using var world = await LabWorld.StartAsync(LabThreadMode.Shared);

        Assert.Equal(await world.OpenAsync("amina"), await world.OpenAsync("ben"));
        Assert.Equal(2, await world.CountAsync("participations"));
        Assert.Equal(1, await world.CountAsync("lab_threads"));
    }

    [Fact]
    public async Task A_thread_whose_opening_did_not_arrive_gets_it_at_the_next_press()
    {
        await using var world = await LabWorld.StartAsync();
        world.Fake.FailNext(new ChatException("Busy.", isTransient: true));
        await world.RunAsync("amina", "lab start");

        var thread = await world.OpenAsync("amina");

        Assert.Contains("First question", Assert.Single(world.Fake.In(thread)).Text, StringComparison.Ordinal);
    }
}
