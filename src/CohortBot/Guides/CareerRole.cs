namespace CohortBot.Guides;

/// <summary>A role as the guide <c>lessons/guides/roles.md</c> describes it.</summary>
/// <param name="Name">The heading of its section.</param>
/// <param name="About">What the role does.</param>
/// <param name="Facts">What is said of it by label, such as <c>Pay</c> or <c>Progression</c>, in the guide's order and letter by letter.</param>
public sealed record CareerRole(string Name, string About, IReadOnlyList<RoleFact> Facts)
{
    /// <summary>Where it stands on the course's map, in a few words; empty where the guide does not say.</summary>
    public string Layer => Find("Layer")?.Split(['.', ';'])[0] ?? "";

    /// <summary>What is said under a label, or null where the guide says nothing or that its sources do not give it.</summary>
    public string? Find(string label) => Facts.FirstOrDefault(fact => fact.Label.Equals(label, StringComparison.OrdinalIgnoreCase)) is { IsGiven: true } fact ? fact.Says : null;
}

/// <summary>What a guide says of a role under one label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Says">The words.</param>
public sealed record RoleFact(string Label, string Says)
{
    // How the guide says that there is a gap, which it has not filled.
    private const string NotGiven = "not given by our sources";

    /// <summary>Whether there is more to it than that the sources do not give it.</summary>
    public bool IsGiven => !Says.TrimEnd('.').Equals(NotGiven, StringComparison.OrdinalIgnoreCase);
}
