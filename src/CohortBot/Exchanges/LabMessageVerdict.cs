namespace CohortBot.Exchanges;

/// <summary>A message of a member in a lab thread, and what became of it.</summary>
internal sealed record LabMessageVerdict
{
    /// <summary>When it was written.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Its words; none when it was deleted.</summary>
    public string? Text { get; init; }

    /// <summary>The number of the exchange that it is part of; 0 when it is part of none.</summary>
    public required int Exchange { get; init; }

    /// <summary>Why it does not count, if it never can.</summary>
    public WhyNot? Reason { get; init; }

    /// <summary>When it was changed.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>How its turn stands; none while it waits.</summary>
    public string? TurnState { get; init; }

    /// <summary>The limit that its turn waits for, if it waits for a budget.</summary>
    public string? HeldBecause { get; init; }

    /// <summary>When that budget opens again; null when only a facilitator can open it.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>
    /// The text that says it. A message that was deleted, or changed into one that does not count, while the answer to others beside it was under way has
    /// no part in their exchange; one that was answered and became a crisis later keeps its own.
    /// </summary>
    public string TextKey => (Exchange, Reason, TurnState) switch
    {
        ( > 0, null or WhyNot.Crisis, _) => EditedAt is null ? "exchanges.counted" : "exchanges.counted_edited",
        (_, { } reason, _) => $"exchanges.why.{reason}",
        (_, _, "Held") when HeldBecause is { } because => $"exchanges.held.{because}",
        (_, _, "Failed") => "exchanges.why.failed",
        _ => "exchanges.why.waiting",
    };
}
