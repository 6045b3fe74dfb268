namespace CohortBot.Budgets;

/// <summary>What a limit is for.</summary>
internal enum BudgetSpan
{
    /// <summary>A member's local day in a cohort.</summary>
    MemberDay,

    /// <summary>A member's part of the cohort's week: follows from the week's limit, see <see cref="FairShare"/>.</summary>
    MemberWeek,

    /// <summary>A member's one lab, from its start to whenever.</summary>
    Lab,

    /// <summary>A cohort's local week, from Monday.</summary>
    CohortWeek,
}
