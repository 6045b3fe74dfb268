namespace CohortBot.Budgets;

/// <summary>Whether a model may be asked now.</summary>
internal abstract record BudgetVerdict
{
    /// <summary>It may.</summary>
    internal sealed record Open : BudgetVerdict;

    /// <summary>A limit is used up.</summary>
    /// <param name="Span">Which; of several the one that opens last.</param>
    /// <param name="Until">When it opens again; null when only a person can open it.</param>
    internal sealed record Closed(BudgetSpan Span, DateTimeOffset? Until) : BudgetVerdict;

    /// <summary>What is left is spoken for by answers that are being written.</summary>
    /// <param name="Until">When to look again.</param>
    internal sealed record Busy(DateTimeOffset Until) : BudgetVerdict;
}
