using System.ComponentModel.DataAnnotations;

namespace CohortBot.Budgets;

/// <summary>What models cost, and how much of it may be spent. A limit that is null is none.</summary>
public sealed class BudgetOptions : IValidatableObject
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Budgets";

    /// <summary>
    /// The currency of prices and limits, as three letters (ISO 4217). Default USD, in which most providers bill. What was spent under another
    /// currency stays in the ledger and is in no sum of this one.
    /// </summary>
    [RegularExpression("[A-Z]{3}")]
    public string Currency { get; set; } = "USD";

    /// <summary>The price table. Without prices, only limits in tokens hold.</summary>
    public IReadOnlyList<ModelPrice> Prices { get; set; } = [];

    /// <summary>The price of models that the table does not know. null: they are counted in tokens alone, and the doctor says so.</summary>
    public ModelPrice? UnknownModel { get; set; }

    /// <summary>Money that a member may spend in a cohort on a local day. From 0 to 1,000,000.</summary>
    [Range(0, 1_000_000.0)]
    public decimal? MemberDayMoney { get; set; }

    /// <summary>Tokens that a member may use in a cohort on a local day.</summary>
    [Range(0, 1_000_000_000_000)]
    public long? MemberDayTokens { get; set; }

    /// <summary>Money that a member may spend in one lab. From 0 to 1,000,000.</summary>
    [Range(0, 1_000_000.0)]
    public decimal? LabMoney { get; set; }

    /// <summary>Tokens that a member may use in one lab.</summary>
    [Range(0, 1_000_000_000_000)]
    public long? LabTokens { get; set; }

    /// <summary>Money that a cohort may spend in a week, from Monday in its own zone. From 0 to 1,000,000.</summary>
    [Range(0, 1_000_000.0)]
    public decimal? CohortWeekMoney { get; set; }

    /// <summary>Tokens that a cohort may use in a week, from Monday in its own zone.</summary>
    [Range(0, 1_000_000_000_000)]
    public long? CohortWeekTokens { get; set; }

    /// <summary>The part of a cohort's week that one member may take, in percent; in small cohorts it is one and a half equal parts. Default 25, from 1 to 100.</summary>
    [Range(1, 100)]
    public int MemberSharePercent { get; set; } = 25;

    /// <summary>At how much of a cohort's week the facilitators hear a forecast, in percent. Default 80, from 10 to 99.</summary>
    [Range(10, 99)]
    public int ForecastPercent { get; set; } = 80;

    /// <summary>
    /// What an answer is expected to read beside the conversation (the author's prompt, passages, earlier cards), in tokens, for holding a
    /// place in the budget until the model has said what it took. Default 2500, from 0 to 200,000.
    /// </summary>
    [Range(0, 200_000)]
    public int PromptTokens { get; set; } = 2500;

    /// <summary>What an answer is expected to write, in tokens. Default 600, from 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int AnswerTokens { get; set; } = 600;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var price in Prices.Append(UnknownModel).OfType<ModelPrice>())
        {
            if (string.IsNullOrWhiteSpace(price.Model))
                yield return new ValidationResult($"{Section}:{nameof(Prices)} has a price without a model.");
            if (price.Input < 0 || price.Output < 0 || price.CachedInput < 0)
                yield return new ValidationResult($"{Section}:{nameof(Prices)}: the price of '{price.Model}' is below zero.");
        }

        foreach (var twice in Prices.GroupBy(price => (price.Model.ToUpperInvariant(), price.ValidFrom)).Where(group => group.Count() > 1))
            yield return new ValidationResult($"{Section}:{nameof(Prices)} has two prices for '{twice.First().Model}' from the same day.");
    }

    /// <summary>The limit that the settings give a span.</summary>
    internal Limit LimitOf(BudgetSpan span) => span switch
    {
        BudgetSpan.MemberDay => new Limit(ToMillionths(MemberDayMoney), MemberDayTokens),
        BudgetSpan.Lab => new Limit(ToMillionths(LabMoney), LabTokens),
        BudgetSpan.CohortWeek => new Limit(ToMillionths(CohortWeekMoney), CohortWeekTokens),
        _ => Limit.None,
    };

    private static long? ToMillionths(decimal? money) => money is { } amount ? Money.ToMillionths(amount) : null;
}
