using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Commands;

namespace CohortBot.Cohorts.Changes;

/// <summary>What somebody wants changed about a cohort.</summary>
internal sealed record ChangeRequest
{
    /// <summary>The workspace.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>The cohort.</summary>
    public required CohortId Cohort { get; init; }

    /// <summary>Who wants it.</summary>
    public required MemberKey By { get; init; }

    /// <summary>The command's path, for the audit.</summary>
    public required string Action { get; init; }

    /// <summary>The fingerprint of what was shown; null shows and changes nothing.</summary>
    public required string? Confirmed { get; init; }

    /// <summary>From what stands to what is wanted; slots are planned afterwards.</summary>
    public required Func<CohortFacts, CohortFacts> Change { get; init; }

    /// <summary>What a command asks for.</summary>
    public static ChangeRequest From(CommandContext context, CommandSpec spec, Func<CohortFacts, CohortFacts> change) => new()
    {
        Workspace = context.Workspace,
        Cohort = context.GetCohort(),
        By = context.Member.Key,
        Action = spec.Path,
        Confirmed = context.Find("confirm"),
        Change = change,
    };
}
