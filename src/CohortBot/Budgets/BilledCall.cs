using System.Runtime.InteropServices;

namespace CohortBot.Budgets;

/// <summary>A request to a model that took something.</summary>
internal sealed record BilledCall
{
    /// <summary>Whose it was.</summary>
    public required CallAccount Account { get; init; }

    /// <summary>What for.</summary>
    public required CallPurpose Purpose { get; init; }

    /// <summary>How it ended.</summary>
    public required CallOutcome Outcome { get; init; }

    /// <summary>The model, as the provider names it.</summary>
    public required string Model { get; init; }

    /// <summary>What it took.</summary>
    public required TokenCount Tokens { get; init; }

    /// <summary>Whether the provider did not say what it took, so that it is letters / 4.</summary>
    public required bool IsEstimate { get; init; }
}

/// <summary>What a model read and wrote.</summary>
/// <param name="Input">Tokens read.</param>
/// <param name="Cached">How many of them the provider had kept from before, which are cheaper.</param>
/// <param name="Output">Tokens written.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TokenCount(long Input, long Cached, long Output)
{
    /// <summary>All of them.</summary>
    public long Total => Input + Output;
}

/// <summary>What a model was asked for.</summary>
public enum CallPurpose
{
    /// <summary>A member's answer.</summary>
    Answer,

    /// <summary>A round in which the model looked something up on the way to the answer.</summary>
    Lookup,

    /// <summary>A card.</summary>
    Card,

    /// <summary>Older turns in short.</summary>
    Summary,
}

/// <summary>How a request ended.</summary>
internal enum CallOutcome
{
    /// <summary>Whole.</summary>
    Done,

    /// <summary>The model or the way to it broke off.</summary>
    Failed,

    /// <summary>We hung up: it took too long, the member changed the question, the program was stopped.</summary>
    Cut,
}
