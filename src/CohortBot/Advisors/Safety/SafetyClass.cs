namespace CohortBot.Advisors.Safety;

/// <summary>What a message can hold that must be met before any model is asked.</summary>
internal enum SafetyClass
{
    /// <summary>The writer may be in danger: thoughts of ending their life, of harming themselves, of not wanting to go on.</summary>
    Crisis,

    /// <summary>Threats, insults and harassment, towards somebody else or towards the advisor.</summary>
    Abuse,

    /// <summary>Something that a model need not know: card and account numbers, national ids, passwords, keys, addresses.</summary>
    PersonalData,

    /// <summary>Words that try to change the advisor's role, rules or ratings, or to make it show its prompt.</summary>
    PromptAttack,
}
