using CohortBot.Budgets;
using CohortBot.Labs;

namespace CohortBot.Tests.Budgets;

public sealed class BudgetRestartTests
{
    private static readonly DateTimeOffset NextDay = new(2026, 12, 1, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_stop_before_the_note_leaves_one_note_and_later_one_answer()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 0);
        var thread = await world.OpenAsync("amina");
        var posting = world.Labs.Fake.HoldNext();
        await world.Labs.WriteAsync("amina", thread, "I am a nurse.");
        await posting.Reached;

        await world.Labs.RestartAsync();
        await world.RingAsync();

        Assert.Contains("opens again", Assert.Single(world.In(thread)).Text, StringComparison.Ordinal);
        await world.ChangeAsync("INSERT INTO cohort_limits (workspace, cohort, span, unit, amount, changed_at) VALUES ('local', 1, 'MemberDay', 'tokens', NULL, 0)");
        await world.Labs.RestartAsync();
        Assert.Contains("Exchange 1 of 3", world.In(thread)[1].Text, StringComparison.Ordinal);
        Assert.Equal(1, await world.Labs.CountAsync("exchanges"));
    }

    [Fact]
    public async Task A_turn_that_waits_goes_on_after_a_start_that_came_too_late_for_its_alarm()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 1000);
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse.");
        await world.SayAsync("amina", thread, "I work nights.");
        await world.Labs.StopAsync();
        world.Labs.Clock.Advance(NextDay - world.Labs.Clock.GetUtcNow());

        await world.Labs.ResumeAsync();

        Assert.Equal(2, await world.Labs.CountAsync("exchanges"));
    }

    [Fact]
    public async Task A_stop_while_the_advisor_answers_keeps_the_place_in_the_budget_and_the_end_gives_it_back()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.CohortWeekTokens = 10_000);
        var thread = await world.OpenAsync("amina");
        await world.OpenAsync("ben");
        var held = world.Labs.Advisor.NextHolds();
        await world.Labs.WriteAsync("amina", thread, "I am a nurse.");
        await world.Labs.Clock.UntilAsync(held.Entered.Task);
        Assert.InRange(await HeldAsync(world), 1000, 1020);
        await world.Labs.StopAsync();
        // What the call that was cut off took is in the ledger, and no longer held.
        Assert.InRange(await HeldAsync(world), 0, 20);

        await world.Labs.ResumeAsync();

        Assert.Equal(0, await HeldAsync(world));
        Assert.Equal(["Cut", "Done"], await world.ListAsync<string>("SELECT outcome FROM model_calls ORDER BY id"));
    }

    [Fact]
    public async Task A_turn_whose_alarm_rang_elsewhere_is_seen_by_the_program_that_works_on_it()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 0);
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse.");
        Assert.Empty(await UnfinishedAsync(world));

        world.Labs.Clock.Advance(NextDay - world.Labs.Clock.GetUtcNow());
        Assert.Single(await UnfinishedAsync(world));
        await world.ChangeAsync("UPDATE turn_holds SET until = until + 86400000");
        Assert.Empty(await UnfinishedAsync(world));

        // A limit that was changed, and a note that another program's message called for.
        await ConfirmAsync(world, "cohort budget limit:day tokens:none");
        Assert.Single(await UnfinishedAsync(world));
        await world.ChangeAsync("UPDATE turn_holds SET until = until + 86400000, message = NULL");
        await world.ChangeAsync($"UPDATE turn_holds SET held_at = {world.Labs.Clock.GetUtcNow().ToUnixTimeMilliseconds()}");
        Assert.Single(await UnfinishedAsync(world));
    }

    [Fact]
    public async Task A_turn_that_is_tried_again_elsewhere_is_seen_by_the_program_that_works_on_it()
    {
        await using var world = await BudgetWorld.StartAsync(_ => { });
        var thread = await world.OpenAsync("amina");
        world.Labs.Advisor.NextFails(CohortBot.Advisors.AdvisorFailure.Refused);
        await world.SayAsync("amina", thread, "I am a nurse.");
        var store = world.Get<TurnStore>();
        var turn = await store.FindAsync(CohortBot.Chat.WorkspaceId.Local, new CohortBot.Exchanges.TurnId(1), CancellationToken.None);

        Assert.True(await store.RetryAsync(turn!, CancellationToken.None));

        Assert.Single(await UnfinishedAsync(world));
    }

    [Fact]
    public async Task An_alarm_that_rings_too_early_changes_nothing_and_is_set_again()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 0);
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse.");
        var alarm = Assert.Single(world.Labs.Alarms.Set);
        world.Labs.Alarms.Take(alarm.Kind, alarm.Name);

        await world.Get<LabReopening>().RingAsync(alarm.Name, CancellationToken.None);
        await world.RingAsync();

        Assert.Equal(alarm, Assert.Single(world.Labs.Alarms.Set));
        Assert.Single(world.In(thread));
    }

    [Fact]
    public async Task An_answer_waits_only_until_those_under_way_have_left_it_a_place()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.CohortWeekTokens = 1900);
        var (amina, ben) = (await world.OpenAsync("amina"), await world.OpenAsync("ben"));
        var held = world.Labs.Advisor.NextHolds();
        await world.Labs.WriteAsync("amina", amina, "I am a nurse.");
        await world.Labs.Clock.UntilAsync(held.Entered.Task);
        await world.Labs.WriteAsync("ben", ben, "I build apps.");
        await world.Labs.Fake.UntilAsync(chat => chat.In(ben).Count == 2);
        Assert.Contains("Yours comes as soon as one of them is done", world.In(ben)[0].Text, StringComparison.Ordinal);
        held.Release();
        await world.Labs.SettleAsync();

        await world.AdvanceToAsync(world.Labs.Clock.GetUtcNow() + TimeSpan.FromSeconds(15));

        Assert.Contains("Exchange 1 of 3", world.In(ben)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_moves_to_another_zone_gets_one_budget_a_date_and_no_more()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 1000);
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "One.");
        await MoveAsync(world, "Pacific/Kiritimati"); // 22:00 of the same day
        await world.SayAsync("amina", thread, "Two.");
        Assert.Single(world.Labs.Advisor.Asked);

        world.Labs.Clock.Advance(TimeSpan.FromHours(3)); // tomorrow there, still today in Berlin
        await world.RingAsync();
        Assert.Equal(2, world.Labs.Advisor.Asked.Count);
        await MoveAsync(world, "Europe/Berlin");
        await world.SayAsync("amina", thread, "Three.");
        Assert.Equal(2, world.Labs.Advisor.Asked.Count);

        await world.AdvanceToAsync(NextDay); // the 2nd is used already
        Assert.Equal(2, world.Labs.Advisor.Asked.Count);
        await world.AdvanceToAsync(NextDay.AddDays(1));
        Assert.Equal(3, world.Labs.Advisor.Asked.Count);
    }

    private static Task<IReadOnlyList<LaneKey>> UnfinishedAsync(BudgetWorld world) =>
        world.Get<TurnStore>().ListUnfinishedAsync(andHeld: false, CancellationToken.None);

    private static async Task ConfirmAsync(BudgetWorld world, string line)
    {
        var shown = await world.Labs.RunAsync("frank", line);
        await world.Labs.RunAsync("frank", CohortBot.Tests.Fakes.Words.Actions(shown.Document).Single());
    }

    private static Task MoveAsync(BudgetWorld world, string zone) =>
        world.ChangeAsync($"UPDATE member_profiles SET zone = '{zone}' WHERE platform_user = 'amina'");

    // What an answer of Ben's would find held by others.
    private static async Task<long> HeldAsync(BudgetWorld world)
    {
        var account = await world.AccountAsync("ben");
        return await world.Labs.Database.ReadAsync(
            async session => (await world.Get<TurnReservations>().FindAsync(
                session, account, await BudgetPeriods.FindAsync(session, account, world.Labs.Clock.GetUtcNow())))[BudgetSpan.CohortWeek].Tokens,
            CancellationToken.None);
    }
}
