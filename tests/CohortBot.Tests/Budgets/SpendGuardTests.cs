using CohortBot.Budgets;

namespace CohortBot.Tests.Budgets;

public sealed class SpendGuardTests
{
    [Fact]
    public async Task Of_fifty_turns_at_once_on_two_nodes_only_as_many_begin_as_fit()
    {
        await using var world = await BudgetWorld.StartAsync(options => (options.CohortWeekTokens, options.MemberSharePercent) = (10_500, 100));
        await using var other = world.Labs.OpenNode("other");
        var crowd = await BudgetCrowd.AddAsync(world.Labs.Database, 50);

        var begun = await Task.WhenAll(Enumerable.Range(0, 50).Select(index =>
            crowd.TryBeginAsync(world.Get<SpendGuard>(), index, BudgetWorld.Answer, index % 2 == 0 ? null : other)));

        Assert.Equal(10, begun.Count(isOpen => isOpen));
    }

    [Fact]
    public async Task A_limit_below_one_answer_still_lets_one_through_at_a_time()
    {
        await using var world = await BudgetWorld.StartAsync(options => (options.CohortWeekTokens, options.MemberSharePercent) = (500, 100));
        var crowd = await BudgetCrowd.AddAsync(world.Labs.Database, 3);

        Assert.True(await crowd.TryBeginAsync(world.Get<SpendGuard>(), 0, BudgetWorld.Answer));
        Assert.False(await crowd.TryBeginAsync(world.Get<SpendGuard>(), 1, BudgetWorld.Answer));
        await crowd.EndAsync(world.Get<ModelLedger>(), crowd.Accounts[0].Turn!.Value, 400);
        Assert.True(await crowd.TryBeginAsync(world.Get<SpendGuard>(), 1, BudgetWorld.Answer));
        await crowd.EndAsync(world.Get<ModelLedger>(), crowd.Accounts[1].Turn!.Value, 100);
        Assert.False(await crowd.TryBeginAsync(world.Get<SpendGuard>(), 2, BudgetWorld.Answer));
    }

    [Fact]
    public async Task Of_several_limits_the_one_that_opens_last_is_told()
    {
        await using var world = await BudgetWorld.StartAsync(options => (options.MemberDayTokens, options.CohortWeekTokens, options.LabTokens) = (10, 10, 10_000));
        var crowd = await BudgetCrowd.AddAsync(world.Labs.Database, 1);
        await crowd.EndAsync(world.Get<ModelLedger>(), crowd.Accounts[0].Turn!.Value, 50);

        var verdict = await world.Labs.Database.ReadAsync(
            session => world.Get<SpendGuard>().JudgeAsync(session, crowd.Accounts[0], new Amount(0, 1)), CancellationToken.None);

        Assert.Equal(new BudgetVerdict.Closed(BudgetSpan.CohortWeek, new DateTimeOffset(2026, 12, 6, 23, 0, 0, TimeSpan.Zero)), verdict);
    }

    [Fact]
    public async Task What_was_spent_in_another_currency_is_in_no_sum_of_this_one()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.CohortWeekMoney = 0.000_1m);
        var crowd = await BudgetCrowd.AddAsync(world.Labs.Database, 2);
        await crowd.EndAsync(world.Get<ModelLedger>(), crowd.Accounts[0].Turn!.Value, 5000);
        await world.ChangeAsync("UPDATE model_calls SET currency = 'EUR'");

        Assert.True(await crowd.TryBeginAsync(world.Get<SpendGuard>(), 1, BudgetWorld.Answer));
    }
}
