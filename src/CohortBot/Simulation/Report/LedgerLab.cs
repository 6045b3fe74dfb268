using CohortBot.Courses;

namespace CohortBot.Simulation.Report;

/// <summary>A member in a lab, counted in three ways.</summary>
internal sealed record LedgerLab
{
    /// <summary>The member's name.</summary>
    public required string Name { get; init; }

    /// <summary>The lab.</summary>
    public required LabId Lab { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was completed.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Exchanges in the ledger.</summary>
    public required int Exchanges { get; init; }

    /// <summary>Turns that were answered.</summary>
    public required int Answered { get; init; }

    /// <summary>Messages in the thread that say an answer.</summary>
    public required int Shown { get; init; }

    /// <summary>Versions of the card.</summary>
    public required int Cards { get; init; }
}
