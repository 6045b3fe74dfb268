namespace CohortBot.Advisors.Safety;

/// <summary>A place in a text where a rule matched. It names the rule and never holds the words, so that it can be logged.</summary>
/// <param name="Class">The class.</param>
/// <param name="Rule">The rule's name, as it stands in the rule files; for personal data the kind: <c>card_number</c>, <c>iban</c>.</param>
/// <param name="Start">Where it begins, in characters of the judged text.</param>
/// <param name="Length">How many characters it covers.</param>
internal readonly record struct SafetyFinding(SafetyClass Class, string Rule, int Start, int Length)
{
    /// <summary>The first character after it.</summary>
    public int End => Start + Length;
}
