using CohortBot.Simulation.Report;

namespace CohortBot.Simulation.Checking;

/// <summary>All that left has arrived, within the platform's limits, and the program found nothing broken in itself.</summary>
internal sealed class DeliveryChecks(SimulatedCohort simulated, CohortLedger ledger)
{
    /// <summary>Nothing waits in the outbox, nothing of it was dropped.</summary>
    public async Task<Check> AllHasLeftAsync()
    {
        var (all, stuck) = await ledger.ListStuckAsync();
        return new Check("outbox", all, stuck);
    }

    /// <summary>No message is over a limit of the platform.</summary>
    public Check NothingIsTooLong() => new("limits", simulated.World.Platform.Limits.Checked, simulated.World.Platform.Limits.Violations);

    /// <summary>The program logged no error.</summary>
    public Check NothingIsBroken() =>
        new("faults", 0, [.. simulated.World.Program.Faults.Faults.Select(fault => fault.Times == 1 ? fault.Fault : $"{fault.Fault} × {fault.Times}")]);
}
