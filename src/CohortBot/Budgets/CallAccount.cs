using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Exchanges;

namespace CohortBot.Budgets;

/// <summary>Whose budgets a request to a model is charged to.</summary>
public sealed record CallAccount
{
    /// <summary>The workspace.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>The cohort.</summary>
    public required CohortId Cohort { get; init; }

    /// <summary>The lab.</summary>
    public required LabId Lab { get; init; }

    /// <summary>The member.</summary>
    public required MemberKey Member { get; init; }

    /// <summary>The member in the lab.</summary>
    public required ParticipationId Participation { get; init; }

    /// <summary>The turn that is answered; none for a card.</summary>
    public TurnId? Turn { get; init; }
}
