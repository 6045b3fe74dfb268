using CohortBot.Cohorts;

namespace CohortBot.Simulation.Report;

/// <summary>The sums of a simulated cohort.</summary>
internal sealed record Totals
{
    /// <summary>Members at the end.</summary>
    public required int Members { get; init; }

    /// <summary>Lessons that were posted.</summary>
    public required int Posted { get; init; }

    /// <summary>Lessons of the course.</summary>
    public required int Lessons { get; init; }

    /// <summary>Labs that were started, each by a member.</summary>
    public required int Started { get; init; }

    /// <summary>Labs that were completed.</summary>
    public required int Complete { get; init; }

    /// <summary>Exchanges.</summary>
    public required int Exchanges { get; init; }

    /// <summary>Messages that members wrote in labs.</summary>
    public required int Written { get; init; }

    /// <summary>Messages of the program that went to the platform, edits included.</summary>
    public required int Sent { get; init; }

    /// <summary>Characters of the longest of them.</summary>
    public required int Longest { get; init; }

    /// <summary>Characters that the platform takes.</summary>
    public required int Limit { get; init; }

    /// <summary>Counts them.</summary>
    public static async Task<Totals> CountAsync(SimulatedCohort simulated, CohortLedger ledger)
    {
        var limits = simulated.World.Platform.Limits;
        return new Totals
        {
            Members = ledger.Enrolled.Count,
            Posted = ledger.Slots.Count(slot => slot.State == SlotState.Posted),
            Lessons = simulated.World.Course.Lessons.Count,
            Started = ledger.Labs.Count,
            Complete = ledger.Labs.Count(lab => lab.CompletedAt is not null),
            Exchanges = ledger.Labs.Sum(lab => lab.Exchanges),
            Written = (await ledger.ListUnansweredAsync()).Written,
            Sent = limits.Checked,
            Longest = limits.Longest,
            Limit = limits.Limit,
        };
    }
}
