namespace CohortBot.Simulation.Platform;

/// <summary>A time in which the platform does not do what it should.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end.</param>
/// <param name="Kind">What is wrong.</param>
internal sealed record Spell(DateTimeOffset From, DateTimeOffset To, SpellKind Kind)
{
    /// <summary>Whether it is wrong at an hour.</summary>
    public bool Holds(DateTimeOffset at) => From <= at && at < To;
}

/// <summary>What can be wrong with a platform.</summary>
internal enum SpellKind
{
    /// <summary>It is down: every call fails, nothing arrives.</summary>
    Outage,

    /// <summary>It takes one call in ten seconds and asks the others to come again.</summary>
    RateLimit,

    /// <summary>What is sent arrives, and the answer that says so is lost.</summary>
    LostAnswers,
}
