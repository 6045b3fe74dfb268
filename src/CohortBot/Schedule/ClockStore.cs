using System.Globalization;
using CohortBot.Storage;

namespace CohortBot.Schedule;

/// <summary>Keeps how far the clock was moved, so that a restart does not go back in time.</summary>
internal sealed class ClockStore(Database database)
{
    private const string Name = "clock.offset_ms";

    /// <summary>The offset that was kept; zero when none was.</summary>
    public async Task<TimeSpan> ReadAsync(CancellationToken cancellationToken)
    {
        var value = await database.ReadAsync(
            session => session.FindAsync<string>("SELECT value FROM settings WHERE name = @Name", new { Name }), cancellationToken);
        return value is null ? TimeSpan.Zero : TimeSpan.FromMilliseconds(long.Parse(value, CultureInfo.InvariantCulture));
    }

    /// <summary>Keeps an offset.</summary>
    public Task WriteAsync(TimeSpan offset, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "INSERT INTO settings (name, value) VALUES (@Name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                new { Name, value = ((long)offset.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) }),
            cancellationToken);
}
