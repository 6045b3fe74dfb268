using CohortBot.Budgets;
using CohortBot.Exchanges;
using CohortBot.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace CohortBot.Tests.Budgets;

/// <summary>Whatever is spent, by whom and when: the sums are those of the calls, and no limit is left behind by more than one answer's rest.</summary>
public sealed class LedgerProperties
{
    private static readonly string[] Members = ["amina", "ben"];
    private static readonly string[] Labs = ["fit", "pillars"];

    [Fact]
    public void The_sums_of_the_ledger_are_those_of_its_calls() => Check.One(Few, Prop.ForAll(Calls(), calls => SumsAgreeAsync(calls).GetAwaiter().GetResult()));

    [Fact]
    public void No_limit_is_left_behind_by_more_than_a_single_answers_rest() => Check.One(Few, Prop.ForAll(Steps(), steps => LimitHoldsAsync(steps).GetAwaiter().GetResult()));

    // Each case has a database of its own.
    private static Config Few => Cases.Config.WithMaxTest(Math.Max(10, Cases.Count / 10));

    private static async Task<bool> SumsAgreeAsync((int Member, int Lab, int Tokens, int Hours)[] calls)
    {
        await using var world = await StartAsync(_ => { });
        List<(int Member, int Lab, int Tokens, BudgetPeriods At)> made = [];
        foreach (var (member, lab, tokens, hours) in calls)
        {
            world.Labs.Clock.Advance(TimeSpan.FromHours(hours));
            await world.SpendAsync(Members[member], tokens, lab: Labs[lab]);
            made.Add((member, lab, tokens, BudgetPeriods.Of(world.Labs.Clock.GetUtcNow(), null, "Europe/Berlin")));
        }

        var now = BudgetPeriods.Of(world.Labs.Clock.GetUtcNow(), null, "Europe/Berlin");
        var account = await world.AccountAsync(Members[0], Labs[0]);
        var sums = await world.Labs.Database.ReadAsync(session => world.Get<SpentSums>().FindAsync(session, account, now), CancellationToken.None);
        return Agrees(BudgetSpan.MemberDay, call => call.Member == 0 && call.At.Day == now.Day)
            && Agrees(BudgetSpan.MemberWeek, call => call.Member == 0 && call.At.Week == now.Week)
            && Agrees(BudgetSpan.Lab, call => call.Member == 0 && call.Lab == 0)
            && Agrees(BudgetSpan.CohortWeek, call => call.At.Week == now.Week);

        // A token is a millionth of a dollar.
        bool Agrees(BudgetSpan span, Func<(int Member, int Lab, int Tokens, BudgetPeriods At), bool> isIn)
        {
            var tokens = made.Where(isIn).Sum(call => (long)call.Tokens);
            return sums[span] == new Amount(tokens, tokens);
        }
    }

    // Turns begin and end in any order; each ends with at most what it was expected to take.
    private static async Task<bool> LimitHoldsAsync((bool Begins, int Which, int Took)[] steps)
    {
        const int Limit = 5500;
        await using var world = await StartAsync(options =>
        {
            options.CohortWeekTokens = Limit;
            options.MemberSharePercent = 100;
        });
        var crowd = await BudgetCrowd.AddAsync(world.Labs.Database, steps.Length);
        List<TurnId> underWay = [];
        foreach (var (step, index) in steps.Select((step, index) => (step, index)))
        {
            if (step.Begins)
            {
                if (await crowd.TryBeginAsync(world.Get<SpendGuard>(), index, BudgetWorld.Answer))
                    underWay.Add(crowd.Accounts[index].Turn!.Value);
            }
            else if (underWay.Count > 0)
            {
                var turn = underWay[step.Which % underWay.Count];
                underWay.Remove(turn);
                await crowd.EndAsync(world.Get<ModelLedger>(), turn, step.Took);
            }
        }

        foreach (var turn in underWay)
            await crowd.EndAsync(world.Get<ModelLedger>(), turn, BudgetWorld.Answer);
        return await world.ScalarAsync<long>("SELECT COALESCE(SUM(input_tokens + output_tokens), 0) FROM model_calls") < Limit + BudgetWorld.Answer;
    }

    private static async Task<BudgetWorld> StartAsync(Action<BudgetOptions> options)
    {
        var world = await BudgetWorld.StartAsync(options);
        await world.Labs.PostLessonAsync(2);
        foreach (var member in Members)
            foreach (var lab in Labs)
                await world.OpenAsync(member, lab);
        return world;
    }

    private static Arbitrary<(int, int, int, int)[]> Calls() => (
        from member in Gen.Choose(0, 1)
        from lab in Gen.Choose(0, 1)
        from tokens in Gen.Choose(0, 5000)
        from hours in Gen.Choose(0, 40)
        select (member, lab, tokens, hours)).ArrayOf(12).ToArbitrary();

    private static Arbitrary<(bool, int, int)[]> Steps() => (
        from begins in Gen.Frequency((2, Gen.Constant(true)), (1, Gen.Constant(false)))
        from which in Gen.Choose(0, 100)
        from took in Gen.Choose(0, BudgetWorld.Answer)
        select (begins, which, took)).ArrayOf(30).ToArbitrary();
}
