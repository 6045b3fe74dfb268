using System.Globalization;
using CohortBot.Storage;

namespace CohortBot.Schedule;

/// <summary>Keeps how far the clock was moved, so that a restart does not go back in time.</summary>
internal sealed class ClockStore(KeptValues values)
{
    private const string Name = "clock.offset_ms";

    /// <summary>The offset that was kept; zero when none was.</summary>
    public async Task<TimeSpan> ReadAsync(CancellationToken cancellationToken) =>
        await values.FindAsync(Name, cancellationToken) is { } kept ? TimeSpan.FromMilliseconds(long.Parse(kept, CultureInfo.InvariantCulture)) : TimeSpan.Zero;

    /// <summary>Keeps an offset.</summary>
    public Task WriteAsync(TimeSpan offset, CancellationToken cancellationToken) =>
        values.KeepAsync(Name, ((long)offset.TotalMilliseconds).ToString(CultureInfo.InvariantCulture), cancellationToken);
}
