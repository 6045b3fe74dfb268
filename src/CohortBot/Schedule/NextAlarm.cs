using CohortBot.Storage;

namespace CohortBot.Schedule;

/// <summary>Looks when the next alarm goes off, without waiting for it.</summary>
internal sealed class NextAlarm(Database database)
{
    /// <summary>The hour of the first alarm after an hour; null when none is set. Quartz keeps hours as ticks of UTC.</summary>
    public async Task<DateTimeOffset?> FindAsync(DateTimeOffset after, CancellationToken cancellationToken)
    {
        var ticks = await database.ReadAsync(
            session => session.ScalarAsync<long?>(
                "SELECT MIN(next_fire_time) FROM qrtz_triggers WHERE trigger_state = 'WAITING' AND next_fire_time > @ticks", new { ticks = after.UtcTicks }),
            cancellationToken);
        return ticks is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;
    }
}
