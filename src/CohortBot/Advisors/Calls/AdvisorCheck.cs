using CohortBot.Advisors.Providers;
using CohortBot.Budgets;
using CohortBot.Operations;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CohortBot.Advisors.Calls;

/// <summary>
/// Asks the model one short question, once and without a second try: what is not set up right shows here and not to the first member. It costs
/// what a few words cost; that is said before by the price table, and afterwards by the tokens that it took.
/// </summary>
internal sealed class AdvisorCheck(
    IChatClient client, IOptions<AdvisorOptions> options, PriceTable prices, IOptions<BudgetOptions> budgets, TimeProvider time) : IDoctorCheck
{
    // Enough for "OK" with every tokenizer; what a model needs to think comes on top.
    private const int Few = 16;

    // The question's six words, and what providers put around a message.
    private const int Read = 30;

    // Money is shown with four places at least; "at most" is rounded up to the last of them.
    private const long ShownMillionths = 100;

    /// <inheritdoc/>
    public string Name => "advisor";

    /// <inheritdoc/>
    public Sentence? Cost => options.Value switch
    {
        { Provider: ModelProvider.Offline } => null,
        var asked when Price(asked) is { } price => new("doctor.advisor_cost", [.. About(asked), ("cost", price)]),
        var asked => new("doctor.advisor_cost_unknown", About(asked)),
    };

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Provider == ModelProvider.Offline)
            return [Finding.Well("doctor.advisor_offline")];
        var answer = await AskAsync(cancellationToken);
        return Plain() is { } plain ? [answer, plain] : [answer];
    }

    private async Task<Finding> AskAsync(CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        using var patience = new ModelPatience(time, options.Value);
        await using var attempt = new ModelAttempt(client, Question(), patience, cancellationToken);
        while (await attempt.MoveNextAsync())
        {
            // Only that there is an answer matters, not what it says.
        }

        // Even an answer that is refused or uses up its few tokens shows that everything is in place.
        if (attempt.Fault is { Fault: not (ModelFault.Refused or ModelFault.UsedUp or ModelFault.Empty) } fault)
            return FindingOf(fault);
        var milliseconds = (long)time.GetElapsedTime(startedAt).TotalMilliseconds;
        var tokens = attempt.Used.InputTokens + attempt.Used.OutputTokens;
        return Finding.Well(
            "doctor.advisor_well", ("provider", options.Value.Provider), ("model", options.Value.Model), ("milliseconds", milliseconds), ("tokens", tokens));
    }

    private ModelRequest Question() => new([new ChatMessage(ChatRole.User, "Answer with the word OK.")], new ChatOptions
    {
        MaxOutputTokens = Few + options.Value.ThinkingTokens,
        Temperature = options.Value.SendTemperature ? (float?)(options.Value.Temperature ?? 0) : null,
    });

    private static (string Name, object? Value)[] About(AdvisorOptions asked) =>
        [("provider", asked.Provider), ("model", asked.Model), ("read", Read), ("written", Few + asked.ThinkingTokens)];

    private Money? Price(AdvisorOptions asked) => prices.Find(asked.Model ?? "", time.GetUtcNow()) is { } price
        ? new Money((price.CostOf(new TokenCount(Read, 0, Few + asked.ThinkingTokens)) + ShownMillionths - 1) / ShownMillionths * ShownMillionths, budgets.Value.Currency)
        : null;

    private Finding FindingOf(ModelException fault)
    {
        var who = $"{options.Value.Provider}, {options.Value.Model}{FaultWords.Sign(fault)}: ";
        return new Finding(
            fault.IsTransient ? HealthStatus.Degraded : HealthStatus.Unhealthy,
            new Sentence($"models.fault.{fault.Fault}") { Before = who },
            new Sentence($"models.fault.{fault.Fault}_mend"));
    }

    private Finding? Plain() =>
        options.Value.BaseUrl is { } address && new Uri(address) is { Scheme: "http", IsLoopback: false } url
            ? Finding.Look("doctor.advisor_plain", ("host", url.Host))
            : null;
}
