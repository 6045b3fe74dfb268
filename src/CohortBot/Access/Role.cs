namespace CohortBot.Access;

/// <summary>What a person may do, from least to most; each may do what those before it may.</summary>
public enum Role
{
    /// <summary>Takes part.</summary>
    Member,

    /// <summary>May look at everything that facilitators see, and change nothing.</summary>
    Observer,

    /// <summary>May help members: enrol, nudge, answer.</summary>
    Assistant,

    /// <summary>Runs a cohort.</summary>
    Facilitator,

    /// <summary>Runs the workspace: creates cohorts and gives roles.</summary>
    Owner,
}
