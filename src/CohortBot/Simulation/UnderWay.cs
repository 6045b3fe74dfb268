using CohortBot.Schedule;
using CohortBot.Simulation.Clock;

namespace CohortBot.Simulation;

/// <summary>Reads from the database whether the program has something to do.</summary>
internal sealed class UnderWay(World world) : IUnderWay
{
    private const string Anything =
        """
        SELECT EXISTS (SELECT 1 FROM outbox WHERE state IN ('Waiting', 'Claimed', 'Failed'))
            OR EXISTS (SELECT 1 FROM turns WHERE state IN ('Open', 'Asking'))
            OR EXISTS (SELECT 1 FROM lab_messages WHERE participation IS NOT NULL AND turn IS NULL AND reason IS NULL)
            OR EXISTS (SELECT 1 FROM lesson_slots AS slot JOIN cohorts ON cohorts.workspace = slot.workspace AND cohorts.id = slot.cohort
                       WHERE cohorts.state = 'Running' AND (slot.state = 'Posting' OR (slot.state = 'Planned' AND slot.due_at <= @now)))
        """;

    private readonly NextAlarm _alarm = new(world.Database);

    /// <inheritdoc/>
    public bool IsUnderWay() => world.Calls.IsAny || (world.Program.IsRunning && Read(HasWorkAsync));

    /// <inheritdoc/>
    public DateTimeOffset? FindNextAlarm() =>
        world.Program.IsRunning ? Read(cancellationToken => _alarm.FindAsync(world.Clock.GetUtcNow(), cancellationToken)) : null;

    private Task<bool> HasWorkAsync(CancellationToken cancellationToken) =>
        world.Database.ReadAsync(session => session.ScalarAsync<bool>(Anything, new { now = world.Clock.GetUtcNow() }), cancellationToken);

    // The time stands still meanwhile: nothing that is read here waits for anything but the disk.
    private static T Read<T>(Func<CancellationToken, Task<T>> read) => read(CancellationToken.None).GetAwaiter().GetResult();
}
