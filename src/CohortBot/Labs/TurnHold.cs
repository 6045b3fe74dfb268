namespace CohortBot.Labs;

/// <summary>Why a turn waits, and for how long.</summary>
internal sealed record TurnHold
{
    /// <summary>The limit that is used up, by the name of its span; <c>Busy</c> when what is left is spoken for. The texts <c>labs.held.…</c> are named after it.</summary>
    public required string Because { get; init; }

    /// <summary>When it is looked at again; null when only a person can open it.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The platform's id of the message that says so.</summary>
    public string? Message { get; init; }
}
