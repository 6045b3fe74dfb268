using CohortBot.Advisors.Calls;
using CohortBot.Advisors.Providers;
using CohortBot.Budgets;
using CohortBot.Operations;
using CohortBot.Texts;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using static CohortBot.Tests.Advisors.Providers.Answers;

namespace CohortBot.Tests.Advisors.Providers;

/// <summary>What an operator sees of the connection to a model.</summary>
public sealed class AdvisorCheckTests
{
    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task The_doctor_asks_one_short_question_and_says_what_it_took(ModelProvider provider)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(Says("OK"));
        Assert.Contains("It took 150 tokens", await DoctorAsync(world, HealthStatus.Healthy), StringComparison.Ordinal);
        Assert.True(Assert.Single(world.Server.Requests).Body.GetRawText().Length < 400);
    }

    [Fact]
    public async Task What_the_question_costs_at_most_is_known_before_it_is_asked()
    {
        await using var world = await ModelWorld.StartAsync(ModelProvider.OpenAI, options => options.ThinkingTokens = 4000);
        Assert.Contains("at most 4016 to write. Price unknown", Say(world.Get<AdvisorCheck>().Cost!), StringComparison.Ordinal);

        world.Get<IOptions<BudgetOptions>>().Value.Prices = [new ModelPrice { Model = "loop-*", Input = 1, Output = 10 }];
        Assert.Contains("at most 4016 to write, at most $0.0402", Say(world.Get<AdvisorCheck>().Cost!), StringComparison.Ordinal);
        Assert.Empty(world.Server.Requests);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI, 401, "The key was refused", "COHORTBOT_Advisor__ApiKey")]
    [InlineData(ModelProvider.Anthropic, 401, "The key was refused", "COHORTBOT_Advisor__ApiKey")]
    [InlineData(ModelProvider.OpenAI, 404, "The model does not exist", "Advisor:Model")]
    [InlineData(ModelProvider.Anthropic, 403, "may not use this model", "Advisor:Model")]
    [InlineData(ModelProvider.OpenAI, 400, "did not take the request", "SendTemperature")]
    public async Task The_doctor_names_the_mend_and_tries_once(ModelProvider provider, int status, string says, string mend)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(Error(status, "some_error", ModelWorld.Key));
        var told = await DoctorAsync(world, HealthStatus.Unhealthy);
        Assert.Contains(says, told, StringComparison.Ordinal);
        Assert.Contains(mend, told, StringComparison.Ordinal);
        Assert.DoesNotContain(ModelWorld.Key, told, StringComparison.Ordinal);
        Assert.Single(world.Server.Requests);
    }

    [Fact]
    public async Task A_busy_provider_only_deserves_a_look()
    {
        await using var world = await ModelWorld.StartAsync(ModelProvider.Anthropic);
        world.Server.Then(Error(529, "overloaded_error"));
        Assert.Contains("overloaded", await DoctorAsync(world, HealthStatus.Degraded), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_thinks_its_few_tokens_away_is_well()
    {
        await using var world = await ModelWorld.StartAsync(ModelProvider.OpenAI);
        world.Server.Then(Whole(new WireAnswer { End = WireEnd.TooLong }));
        Assert.Contains("answered", await DoctorAsync(world, HealthStatus.Healthy), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_provider_nobody_is_asked()
    {
        await using var world = await ModelWorld.StartAsync(ModelProvider.OpenAI, options => options.Provider = ModelProvider.Offline);
        Assert.Contains("No model is connected", await DoctorAsync(world, HealthStatus.Healthy), StringComparison.Ordinal);
        Assert.Null(world.Get<AdvisorCheck>().Cost);
        Assert.Contains("No model is connected", (await HealthAsync(world)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_tells_how_the_last_requests_went_without_asking()
    {
        await using var world = await ModelWorld.StartAsync(ModelProvider.OpenAI);
        Assert.Equal("OpenAI, loop-1: not asked since the start.", (await HealthAsync(world)).Description);
        world.Server.Then(Error(401, "invalid_api_key", ModelWorld.Key));
        await world.SayAsync();
        var failing = await HealthAsync(world);
        Assert.Equal(HealthStatus.Degraded, failing.Status);
        Assert.Contains("failed at 2026-12-01", failing.Description, StringComparison.Ordinal);
        Assert.Contains("The key was refused (401, invalid_api_key). Set COHORTBOT_Advisor__ApiKey", failing.Description, StringComparison.Ordinal);
        world.Server.Then(Says("Answer."));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.SayAsync();
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(world)).Status);
    }

    private static async Task<string> DoctorAsync(ModelWorld world, HealthStatus expected)
    {
        var findings = await world.Get<AdvisorCheck>().CheckAsync(CancellationToken.None);
        Assert.Equal(expected, findings[0].State);
        return string.Join('\n', findings.Select(finding => $"{Say(finding.Detail)} {(finding.Mend is { } mend ? Say(mend) : "")}"));
    }

    private static string Say(Sentence sentence) => $"{sentence.Before}{new TextCatalogue().In(Locale.English).Say(sentence.Key, sentence.Values)}";

    private static Task<HealthCheckResult> HealthAsync(ModelWorld world) =>
        new AdvisorHealth(world.Get<ModelJournal>(), world.Get<Microsoft.Extensions.Options.IOptions<CohortBot.Advisors.AdvisorOptions>>()).CheckHealthAsync(new HealthCheckContext());
}
