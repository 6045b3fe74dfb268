namespace CohortBot.Advisors.Safety.Personal;

/// <summary>Finds what a model need not know, in the text as it stands. Numbers with a check digit are checked, others need a word beside them.</summary>
internal static class PersonalData
{
    private static readonly Func<string, IEnumerable<SafetyFinding>>[] Finders =
        [CardNumbers.Find, Ibans.Find, NationalIds.Find, Secrets.Find, Contacts.Find, Addresses.Find];

    /// <summary>What was found, without overlaps: of two findings in one place the longer one.</summary>
    public static IReadOnlyList<SafetyFinding> Find(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9') && text.IndexOfAny(['@', '_', ':', '=']) < 0 && !Secrets.MayBeIn(text))
            return [];
        List<SafetyFinding> kept = [];
        foreach (var finding in Finders.SelectMany(find => find(text)).OrderByDescending(finding => finding.Length).ThenBy(finding => finding.Start))
        {
            if (!kept.Exists(other => other.Start < finding.End && other.End > finding.Start))
                kept.Add(finding);
        }

        return kept;
    }

    /// <summary>A finding of a kind.</summary>
    public static SafetyFinding Of(string kind, int start, int length) => new(SafetyClass.PersonalData, kind, start, length);
}
