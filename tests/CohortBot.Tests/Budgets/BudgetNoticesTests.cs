using CohortBot.Budgets;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Budgets;

public sealed class BudgetNoticesTests
{
    [Fact]
    public async Task At_four_fifths_the_facilitator_hears_once_when_it_will_run_out()
    {
        await using var world = await StartAsync();
        await world.SpendAsync("amina", 799);
        Assert.Empty(world.ToldFrank);

        await world.SpendAsync("ben", 1);
        await world.SpendAsync("ben", 100);

        // 33 of the week's 168 hours have gone: 80 % in 33 hours, the rest in eight and a quarter.
        var told = Assert.Single(world.ToldFrank);
        Assert.Contains("has used 80 % of this week's budget", told, StringComparison.Ordinal);
        Assert.Contains("used up Tue 1 Dec, 17:15; the next week begins Mon 7 Dec, 00:00", told, StringComparison.Ordinal);
        Assert.Contains("One of 2 members makes up half of it", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_that_lasts_is_said_to_last()
    {
        await using var world = await StartAsync();
        world.Labs.Clock.Advance(TimeSpan.FromDays(5.4)); // Sunday evening
        await world.SpendAsync("amina", 800);
        Assert.Contains("nothing needs to be done", Assert.Single(world.ToldFrank), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_is_told_once_and_a_new_limit_anew()
    {
        await using var world = await StartAsync();
        await world.SpendAsync("amina", 1100);
        await world.SpendAsync("amina", 100);
        Assert.Contains("has used up this week's budget", Assert.Single(world.ToldFrank), StringComparison.Ordinal);

        var shown = await world.Labs.RunAsync("frank", "cohort budget limit:week tokens:1400");
        await world.RunAsync("frank", Words.Actions(shown.Document).Single());

        Assert.Contains("85 %", world.ToldFrank[1], StringComparison.Ordinal);
        Assert.Equal(2, world.ToldFrank.Count);
    }

    [Fact]
    public async Task The_next_week_has_a_forecast_of_its_own()
    {
        await using var world = await StartAsync();
        await world.SpendAsync("amina", 850);
        world.Labs.Clock.Advance(TimeSpan.FromDays(7));
        await world.SpendAsync("amina", 100);
        Assert.Single(world.ToldFrank);
        await world.SpendAsync("amina", 750);
        Assert.Equal(2, world.ToldFrank.Count);
    }

    [Fact]
    public async Task A_stop_between_the_call_and_the_notice_loses_and_doubles_nothing()
    {
        await using var world = await StartAsync();
        var call = new BilledCall
        {
            Account = await world.AccountAsync("amina"),
            Purpose = CallPurpose.Answer,
            Outcome = CallOutcome.Done,
            Model = "priced",
            Tokens = new TokenCount(900, 0, 0),
            IsEstimate = false,
        };
        await world.Get<ModelLedger>().AddAsync(call, CancellationToken.None);
        Assert.Empty(world.ToldFrank);

        await world.Labs.RestartAsync();
        await world.RingAsync();
        await world.SpendAsync("amina", 10);

        Assert.Single(world.ToldFrank);
    }

    [Fact]
    public async Task Where_there_is_a_staff_channel_the_notice_stands_there()
    {
        await using var world = await StartAsync();
        await world.ChangeAsync("UPDATE cohorts SET staff_channel = 'staff', locale = 'de'");
        await world.SpendAsync("amina", 900);
        Assert.Contains("hat 90 % des Budgets", Assert.Single(world.Labs.Fake.In(new CohortBot.Chat.Place(CohortBot.Chat.WorkspaceId.Local, "staff"))).Text, StringComparison.Ordinal);
        Assert.Empty(world.ToldFrank);
    }

    private static async Task<BudgetWorld> StartAsync()
    {
        var world = await BudgetWorld.StartAsync(options => options.CohortWeekTokens = 1000);
        await world.OpenAsync("amina");
        await world.OpenAsync("ben");
        return world;
    }
}
