using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Courses;

namespace CohortBot.Exchanges;

/// <summary>A turn that got a delivered answer: the one thing that counts in a lab.</summary>
internal sealed record Exchange
{
    /// <summary>The workspace.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>The cohort.</summary>
    public required CohortId Cohort { get; init; }

    /// <summary>The lab.</summary>
    public required LabId Lab { get; init; }

    /// <summary>Who wrote.</summary>
    public required MemberKey Member { get; init; }

    /// <summary>The member in the lab.</summary>
    public required ParticipationId Participation { get; init; }

    /// <summary>The turn that was answered; it makes one exchange at most.</summary>
    public required TurnId Turn { get; init; }

    /// <summary>The model that answered.</summary>
    public required string Model { get; init; }

    /// <summary>Tokens that the model read.</summary>
    public required long InputTokens { get; init; }

    /// <summary>Tokens that the model wrote.</summary>
    public required long OutputTokens { get; init; }
}
