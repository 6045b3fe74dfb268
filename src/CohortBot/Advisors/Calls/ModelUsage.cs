namespace CohortBot.Advisors.Calls;

/// <summary>What asking a model took, with all its tries and look-ups.</summary>
/// <param name="Model">The model's name as it gave it itself.</param>
/// <param name="InputTokens">Tokens that it read.</param>
/// <param name="OutputTokens">Tokens that it wrote.</param>
public sealed record ModelUsage(string Model, long InputTokens, long OutputTokens)
{
    /// <summary>Nothing was asked, or nothing reached a model.</summary>
    public static readonly ModelUsage Nothing = new("", 0, 0);

    /// <summary>Whether a part of it is our own estimate: the model did not count, or broke off before it could.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>Both together, under the later name.</summary>
    public ModelUsage Plus(ModelUsage other) => this with
    {
        Model = other.Model.Length > 0 ? other.Model : Model,
        InputTokens = InputTokens + other.InputTokens,
        OutputTokens = OutputTokens + other.OutputTokens,
        IsEstimated = IsEstimated || other.IsEstimated,
    };
}
