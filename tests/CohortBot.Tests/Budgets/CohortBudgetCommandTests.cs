using CohortBot.Access;
using CohortBot.Budgets;
using CohortBot.Chat;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Tests.Budgets;

public sealed class CohortBudgetCommandTests
{
    [Fact]
    public async Task It_shows_the_week_the_forecast_the_limits_and_what_a_finished_lab_costs()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.CohortWeekMoney = 0.02m);
        var (amina, ben) = (await world.OpenAsync("amina"), await world.OpenAsync("ben"));
        foreach (var number in Enumerable.Range(1, 3))
            await world.SayAsync("amina", amina, $"I am a nurse, {number}.");
        await world.SayAsync("ben", ben, "I build apps.");

        var shown = await world.RunAsync("frank", "cohort budget");

        // Amina: three answers and the card; Ben: one answer. Each takes 1,000 tokens, a tenth of a cent.
        Assert.Contains("This week: $0.0050 and 5,000 tokens of $0.02, that is 25 %.", shown, StringComparison.Ordinal);
        Assert.Contains("the budget is used up", shown, StringComparison.Ordinal);
        Assert.Contains("2 members have used the advisor this week; the largest shares: 80% · 20%. One member makes up half of it.", shown, StringComparison.Ordinal);
        Assert.Contains("Where do you fit? | $0.0050 | 1 | $0.0040 | 1,250", shown, StringComparison.Ordinal);
        Assert.Contains("A member a day: no limit", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_observer_sees_sums_and_no_shares_and_changes_nothing_and_a_member_sees_nothing()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.CohortWeekMoney = 1);
        await world.OpenAsync("amina");
        await world.SpendAsync("amina", 1000);
        await world.Get<RoleStore>().GiveAsync(WorkspaceId.Local, new CohortId(1), (await world.MemberAsync("zoe")).Key, Role.Observer, CancellationToken.None);

        var seen = await world.RunAsync("zoe", "cohort budget");
        Assert.Contains("This week: $0.0010 and 1,000 tokens of $1.00", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("largest shares", seen, StringComparison.Ordinal);
        Assert.Contains("facilitators and owners", await world.RunAsync("zoe", "cohort budget limit:week money:5"), StringComparison.Ordinal);
        Assert.Contains("Observer", await world.RunAsync("amina", "cohort budget"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_change_is_shown_confirmed_once_and_audited()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.CohortWeekMoney = 20);
        var shown = await world.Labs.RunAsync("frank", "cohort budget limit:week money:12,50 tokens:200000");
        Assert.Contains("$20.00 → $12.50 and 200,000 tokens", Words.Of(shown.Document), StringComparison.Ordinal);
        Assert.Equal(0, await world.Labs.CountAsync("cohort_limits"));
        var confirm = Words.Actions(shown.Document).Single();

        Assert.Contains("Done.", await world.RunAsync("frank", confirm), StringComparison.Ordinal);
        Assert.Contains("done already", await world.RunAsync("frank", confirm), StringComparison.Ordinal);

        Assert.Equal("20.00 USD, - → 12.50 USD, 200000 tokens", await world.ScalarAsync<string>("SELECT before || ' → ' || after FROM audit WHERE action = 'cohort budget'"));
        Assert.Contains("The cohort a week: $12.50 and 200,000 tokens", await world.RunAsync("frank", "cohort budget"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_takes_a_limit_away_and_default_follows_the_settings_again()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.MemberDayTokens = 5000);
        await ConfirmAsync(world, "cohort budget limit:day tokens:none");
        Assert.Contains("A member a day: no limit", await world.RunAsync("frank", "cohort budget"), StringComparison.Ordinal);
        await ConfirmAsync(world, "cohort budget limit:day tokens:default");
        Assert.Contains("A member a day: 5,000 tokens", await world.RunAsync("frank", "cohort budget"), StringComparison.Ordinal);
        Assert.Equal(0, await world.Labs.CountAsync("cohort_limits"));
    }

    [Theory]
    [InlineData("limit:week money:lots", "no sum of money")]
    [InlineData("limit:week money:1.000,50", "no sum of money")]
    [InlineData("limit:week money:-5", "no sum of money")]
    [InlineData("limit:week tokens:12.5", "no number of tokens")]
    [InlineData("limit:week", "Say which limit")]
    [InlineData("money:5", "Say which limit")]
    [InlineData("limit:month money:5", "month")]
    public async Task What_cannot_be_read_is_said_and_changes_nothing(string options, string says)
    {
        await using var world = await BudgetWorld.StartAsync(_ => { });
        Assert.Contains(says, await world.RunAsync("frank", $"cohort budget {options}"), StringComparison.Ordinal);
        Assert.Equal(0, await world.Labs.CountAsync("cohort_limits"));
    }

    [Fact]
    public async Task A_model_without_a_price_is_shown_in_tokens_and_told_by_the_doctor()
    {
        await using var world = await BudgetWorld.StartAsync(_ => { });
        await world.OpenAsync("amina");
        await world.SpendAsync("amina", 1000);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(world)).Status);
        await world.SpendAsync("amina", 1234, model: "mystery-7");

        Assert.Contains("“mystery-7” has no price in the settings: its 1,234 tokens", await world.RunAsync("frank", "cohort budget"), StringComparison.Ordinal);
        var health = await HealthAsync(world);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("mystery-7", health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_in_money_without_prices_are_told_by_the_doctor()
    {
        await using var world = await BudgetWorld.StartAsync(options => options.Prices = []);
        await ConfirmAsync(world, "cohort budget limit:week money:5");
        Assert.Contains("no prices", (await HealthAsync(world)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_offline_advisor_is_said_to_cost_nothing()
    {
        await using var world = await BudgetWorld.StartAsync(_ => { });
        world.Labs.Advisor.AnswersAs = "offline";
        world.Script.IsOffline = true;
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse.");
        Assert.Contains("One exchange was answered by the offline advisor, which costs nothing.", await world.RunAsync("frank", "cohort budget"), StringComparison.Ordinal);
    }

    private static async Task ConfirmAsync(BudgetWorld world, string line)
    {
        var shown = await world.Labs.RunAsync("frank", line);
        await world.RunAsync("frank", Words.Actions(shown.Document).Single());
    }

    private static Task<HealthCheckResult> HealthAsync(BudgetWorld world) =>
        Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<BudgetHealth>(world.Labs.Services).CheckHealthAsync(new HealthCheckContext());
}
