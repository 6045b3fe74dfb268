using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Operations;

/// <summary>What was found, and what to do about it.</summary>
/// <param name="State">Healthy, degraded (it runs, and deserves a look) or unhealthy.</param>
/// <param name="Detail">What was seen.</param>
/// <param name="Mend">What to do; null only where all is well.</param>
internal sealed record Finding(HealthStatus State, Sentence Detail, Sentence? Mend = null)
{
    /// <summary>All is well.</summary>
    public static Finding Well(string key, params (string Name, object? Value)[] values) => new(HealthStatus.Healthy, new Sentence(key, values));

    /// <summary>It runs, and deserves a look. The mend is the text of the key and <c>_mend</c>, with the same values.</summary>
    public static Finding Look(string key, params (string Name, object? Value)[] values) => new(HealthStatus.Degraded, new Sentence(key, values), MendOf(key, values));

    /// <summary>It cannot work. The mend is the text of the key and <c>_mend</c>, with the same values.</summary>
    public static Finding Broken(string key, params (string Name, object? Value)[] values) => new(HealthStatus.Unhealthy, new Sentence(key, values), MendOf(key, values));

    private static Sentence MendOf(string key, (string Name, object? Value)[] values) => new($"{key}_mend", values);
}

/// <summary>A sentence of the catalogue with its values, before a language is chosen.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Values">What its braces stand for. Never a secret, never a member's words.</param>
internal sealed record Sentence(string Key, params (string Name, object? Value)[] Values)
{
    /// <summary>What stands before it in every language, such as a file and its line.</summary>
    public string Before { get; init; } = "";
}
