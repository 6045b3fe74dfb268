namespace CohortBot.Advisors.Safety.Phrases;

/// <summary>A phrase that a rule looks for: words in an order, some of which may be missing, with gaps of a few words.</summary>
/// <param name="Class">The class that it speaks for.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="IsIdiom">Whether it is the harmless case: a match of the class that touches it does not count.</param>
/// <param name="Elements">What follows on what.</param>
internal sealed record PhrasePattern(SafetyClass Class, string Rule, bool IsIdiom, IReadOnlyList<PhraseElement> Elements)
{
    /// <summary>The elements that a match may begin with: the first, and those after optional ones.</summary>
    public int Leading { get; } = Elements.TakeWhile(element => element.IsOptional).Count();
}

/// <summary>One place of a phrase.</summary>
/// <param name="Words">The words that fit; none where any word does.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
internal sealed record PhraseElement(IReadOnlyList<string> Words, bool IsOptional)
{
    /// <summary>Any word.</summary>
    public static readonly PhraseElement Gap = new([], IsOptional: true);

    /// <summary>Whether any word fits.</summary>
    public bool IsGap => Words.Count == 0;
}
