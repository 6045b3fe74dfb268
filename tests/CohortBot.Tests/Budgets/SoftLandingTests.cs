using CohortBot.Advisors;
using CohortBot.Cohorts;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Budgets;

public sealed class SoftLandingTests
{
    // Tuesday 1 December ends in Berlin at 23:00 UTC, the week on Sunday 6 December.
    private static readonly DateTimeOffset NextDay = new(2026, 12, 1, 23, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NextWeek = new(2026, 12, 6, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Without_limits_nothing_is_held_and_nothing_reserved()
    {
        await using var world = await BudgetWorld.StartAsync(_ => { });
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("amina", thread, "I am a nurse.");

        Assert.Contains("Exchange 1 of 3", Assert.Single(world.In(thread)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.Labs.CountAsync("turn_reservations"));
        Assert.Equal(1000, await world.ScalarAsync<long>("SELECT SUM(cost) FROM model_calls"));
    }

    [Fact]
    public async Task What_is_written_after_the_days_budget_waits_kindly_and_is_answered_when_the_day_begins()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 2000);
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse.");
        await world.SayAsync("amina", thread, "I work nights.");

        await world.SayAsync("amina", thread, "I like statistics.");
        var note = world.In(thread)[2];
        Assert.Contains("opens again Wed 2 Dec, 00:00, your time", note.Text, StringComparison.Ordinal);
        Assert.Equal(2, world.Labs.Advisor.Asked.Count);
        Assert.Equal(NextDay, Assert.Single(world.Labs.Alarms.Set).DueAt);

        await world.AdvanceToAsync(NextDay);

        Assert.Contains("below", world.In(thread)[2].Text, StringComparison.Ordinal);
        Assert.Empty(world.In(thread)[2].Actions);
        Assert.Equal("You said: I like statistics.\nExchange 3 of 3", world.In(thread)[3].Text);
        Assert.Equal(3, await world.Labs.CountAsync("exchanges"));
        Assert.Equal(0, await world.Labs.CountAsync("turn_holds"));
    }

    [Fact]
    public async Task Everything_that_is_written_while_it_waits_joins_one_answer_under_one_note()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 1000);
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse.");
        await world.SayAsync("amina", thread, "I work nights.");
        await world.SayAsync("amina", thread, "I like statistics.");
        Assert.Equal(2, world.In(thread).Count);

        await world.AdvanceToAsync(NextDay);

        Assert.Equal("I work nights.\nI like statistics.", world.Labs.Advisor.Asked[^1].Says);
        Assert.Equal(2, await world.Labs.CountAsync("exchanges"));
    }

    [Fact]
    public async Task Why_says_that_a_message_waits_for_the_budget_and_until_when()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 1000);
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse.");
        await world.SayAsync("amina", thread, "I work nights.");

        var why = await world.RunAsync("amina", "lab why", thread);

        Assert.Contains("I work nights. · not counted yet: your budget for the day is used up. It is answered by itself Wed 2 Dec, 00:00", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Try_again_says_that_it_is_still_closed_and_asks_as_soon_as_it_is_open()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 1000);
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse.");
        await world.SayAsync("amina", thread, "I work nights.");
        var again = Assert.Single(world.In(thread)[1].Actions);

        Assert.Contains("still used up", await world.RunAsync("amina", again, thread), StringComparison.Ordinal);
        Assert.Single(world.Labs.Advisor.Asked);
        world.Labs.Clock.Advance(NextDay - world.Labs.Clock.GetUtcNow()); // and the alarm is late

        Assert.Contains("on its way", await world.RunAsync("amina", again, thread), StringComparison.Ordinal);
        Assert.Equal(2, await world.Labs.CountAsync("exchanges"));
        Assert.Contains("answered in the meantime", await world.RunAsync("amina", again, thread), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Try_again_after_a_failure_waits_for_the_budget_too()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 1000);
        var thread = await world.OpenAsync("amina");
        world.Labs.Advisor.NextFails(AdvisorFailure.Refused);
        await world.SayAsync("amina", thread, "I am a nurse.");
        var again = Assert.Single(world.In(thread)[0].Actions);

        Assert.Contains("still used up", await world.RunAsync("amina", again, thread), StringComparison.Ordinal);
        await world.AdvanceToAsync(NextDay);

        Assert.Equal("You said: I am a nurse.\nExchange 1 of 3", world.In(thread)[0].Text);
        Assert.Equal(2000, await world.ScalarAsync<long>("SELECT SUM(input_tokens + output_tokens) FROM model_calls"));
    }

    [Fact]
    public async Task An_answer_under_way_is_finished_when_the_budget_ends_meanwhile()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.CohortWeekTokens = 1000);
        var thread = await world.OpenAsync("amina");
        await world.OpenAsync("ben");
        var held = world.Labs.Advisor.NextHolds();
        await world.Labs.WriteAsync("amina", thread, "I am a nurse.");
        await world.Labs.Clock.UntilAsync(held.Entered.Task);
        await world.SpendAsync("ben", 5000);

        held.Release();
        await world.Labs.SettleAsync();

        Assert.Contains("Exchange 1 of 3", Assert.Single(world.In(thread)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cohorts_week_opens_on_Monday_in_the_cohorts_zone_told_in_the_members()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.CohortWeekTokens = 1000);
        await world.ChangeAsync("UPDATE member_profiles SET zone = 'America/New_York' WHERE platform_user = 'amina'");
        var thread = await world.OpenAsync("amina");
        await world.OpenAsync("ben");
        await world.SpendAsync("ben", 1000);

        await world.SayAsync("amina", thread, "I am a nurse.");

        Assert.Contains("opens again Sun 6 Dec, 18:00, your time", world.In(thread)[0].Text, StringComparison.Ordinal);
        await world.AdvanceToAsync(NextWeek - TimeSpan.FromSeconds(1));
        Assert.Empty(world.Labs.Advisor.Asked);
        await world.AdvanceToAsync(NextWeek);
        Assert.Contains("Exchange 1 of 3", world.In(thread)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lab_whose_budget_is_used_up_opens_when_a_facilitator_raises_it()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.LabMoney = 0.001m);
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse.");
        await world.SayAsync("amina", thread, "I work nights.");
        Assert.Contains("Your facilitator has been told", world.In(thread)[1].Text, StringComparison.Ordinal);
        Assert.Contains("budget of the lab “Where do you fit?”", Assert.Single(world.ToldFrank), StringComparison.Ordinal);
        Assert.Empty(world.Labs.Alarms.Set);

        var shown = await world.Labs.RunAsync("frank", "cohort budget limit:lab money:0.01");
        await world.RunAsync("frank", Words.Actions(shown.Document).Single());
        await world.RingAsync();

        Assert.Equal(2, await world.Labs.CountAsync("exchanges"));
    }

    [Fact]
    public async Task One_member_cannot_drain_the_cohort()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.CohortWeekTokens = 4000);
        var (amina, ben) = (await world.OpenAsync("amina"), await world.OpenAsync("ben"));
        foreach (var number in Enumerable.Range(1, 5))
            await world.SayAsync("amina", amina, $"Message {number}.");

        // Of two members each may take three quarters.
        Assert.Equal(3, world.Labs.Advisor.Asked.Count);
        Assert.Contains("your part of this week's budget", world.In(amina)[^1].Text, StringComparison.Ordinal);
        await world.SayAsync("ben", ben, "I build apps.");
        Assert.Contains("Exchange 1 of 3", Assert.Single(world.In(ben)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_who_takes_everything_back_leaves_nothing_to_wait_for()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 0);
        var thread = await world.OpenAsync("amina");
        var message = await world.Labs.SayAsync("amina", thread, "I am a nurse.");
        await world.Get<CohortBot.Chat.IMessageReceiver>().ReceiveDeletionAsync(message.Message, CancellationToken.None);

        await world.RingAsync();

        Assert.Equal("Dropped", await world.ScalarAsync<string>("SELECT state FROM turns"));
        await world.AdvanceToAsync(NextDay);
        Assert.Empty(world.Labs.Advisor.Asked);
    }

    [Fact]
    public async Task The_offline_advisor_costs_nothing_and_is_held_by_no_limit()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 0);
        world.Script.IsOffline = true;
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("amina", thread, "I am a nurse.");

        Assert.Contains("Exchange 1 of 3", Assert.Single(world.In(thread)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.Labs.CountAsync("model_calls"));
    }

    [Fact]
    public async Task A_shared_thread_says_whose_answer_waits()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 0, LabThreadMode.Shared);
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("amina", thread, "I am a nurse.");

        Assert.StartsWith("Amina", world.In(thread)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_is_made_by_the_rules_when_the_budget_is_used_up()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 3000);
        var thread = await world.OpenAsync("amina");
        foreach (var number in Enumerable.Range(1, 3))
            await world.SayAsync("amina", thread, $"I am a nurse, {number}.");

        Assert.Equal(1, await world.Labs.CountAsync("card_words"));
        Assert.Equal(0, await world.ScalarAsync<long>("SELECT COUNT(*) FROM model_calls WHERE purpose = 'Card'"));
        Assert.Contains("Closing of fit.", world.In(thread)[^1].Text, StringComparison.Ordinal);
    }
}
