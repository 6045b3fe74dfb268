using CohortBot.Operations;
using CohortBot.Storage;

namespace CohortBot.Schedule;

/// <summary>Whether the machine's clock can be believed: it did not jump in the last hour, and it is not behind what the database has seen.</summary>
internal sealed class ClockCheck(ClockWatch watch, Database database, DataFolder folder, TimeProvider time) : IDoctorCheck
{
    // The program is younger than this; a clock that stands before it has lost its battery.
    private static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan News = TimeSpan.FromHours(1);

    // Machines of a cluster differ by a little.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public string Name => "clock";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now < Earliest)
            return [Finding.Broken("doctor.clock_old", ("now", Say(now)))];
        if (watch.Last is { } jump && now - jump.SeenAt < News)
            return [Finding.Look("doctor.clock_jumped", ("seconds", (long)jump.By.TotalSeconds), ("at", Say(jump.SeenAt)))];
        return await FindNewestAsync(cancellationToken) is { } newest && newest > now + Tolerance
            ? [Finding.Look("doctor.clock_behind", ("now", Say(now)), ("newest", Say(newest)))]
            : [Finding.Well("doctor.clock_well", ("now", Say(now)))];
    }

    private static string Say(DateTimeOffset at) => at.ToString("u", System.Globalization.CultureInfo.InvariantCulture);

    // What people and the program wrote last, by the clock of the local channel where it was moved. A database that cannot be read is another check's matter.
    private async Task<DateTimeOffset?> FindNewestAsync(CancellationToken cancellationToken)
    {
        if (folder.IsNew && !database.Engine.IsShared)
            return null;
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(await database.ReadAsync(
                session => session.ScalarAsync<long>(
                    """
                    SELECT COALESCE(MAX(at), 0) FROM (SELECT MAX(created_at) AS at FROM outbox UNION ALL SELECT MAX(opened_at) AS at FROM turns) AS newest
                    """),
                cancellationToken));
        }
        catch (Exception exception) when (exception is StorageException or System.Data.Common.DbException)
        {
            return null;
        }
    }
}
