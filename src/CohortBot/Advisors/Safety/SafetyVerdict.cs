namespace CohortBot.Advisors.Safety;

/// <summary>What was found in a text.</summary>
/// <param name="Findings">Every match, in the order of the text.</param>
/// <param name="HasContent">Whether anything but prompt attacks is said: a sentence about oneself, or words before the attack.</param>
internal sealed record SafetyVerdict(IReadOnlyList<SafetyFinding> Findings, bool HasContent)
{
    /// <summary>Nothing was found.</summary>
    public static readonly SafetyVerdict Clean = new([], HasContent: true);

    /// <summary>Whether a class was found.</summary>
    public bool Has(SafetyClass wanted)
    {
        foreach (var finding in Findings)
        {
            if (finding.Class == wanted)
                return true;
        }

        return false;
    }

    /// <summary>Whether the text is nothing but an attempt to steer the advisor.</summary>
    public bool IsOnlyAttack => !HasContent && Has(SafetyClass.PromptAttack);

    /// <summary>The rules of a class that matched, each once; for logs and tests.</summary>
    public IReadOnlyList<string> Rules(SafetyClass wanted) =>
        [.. Findings.Where(finding => finding.Class == wanted).Select(finding => finding.Rule).Distinct(StringComparer.Ordinal)];
}
