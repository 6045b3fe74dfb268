using CohortBot.Chat;
using CohortBot.Schedule;
using CohortBot.Storage;

namespace CohortBot.Simulation;

/// <summary>A simulation that has come to its end; the program has stopped, the database stands.</summary>
/// <param name="World">What it took place in.</param>
/// <param name="Status">What <c>/cohort status</c> said at the end.</param>
internal sealed record SimulatedCohort(World World, Reply? Status)
{
    /// <summary>
    /// Leaves the hour at which the simulation ended to the program that opens the database next, if that hour is still to come: its clock goes on from there.
    /// </summary>
    public Task KeepClockAsync()
    {
        var ahead = World.Clock.GetUtcNow() - TimeProvider.System.GetUtcNow();
        return ahead > TimeSpan.Zero ? new ClockStore(new KeptValues(World.Database)).WriteAsync(ahead, CancellationToken.None) : Task.CompletedTask;
    }
}
