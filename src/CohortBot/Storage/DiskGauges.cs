using System.Diagnostics.Metrics;
using CohortBot.Operations;

namespace CohortBot.Storage;

/// <summary>How much space the data takes and has. On PostgreSQL the server is asked for the size; the space it has left only the server's machine knows.</summary>
internal sealed class DiskGauges(DataFolder folder, Database database) : IGaugeReading
{
    private static readonly Gauge<double> Free = Meters.Gauge("cohortbot.disk.free", "By", "Space that is free where the SQLite file lies; not reported where the data lies on a server.");
    private static readonly Gauge<double> Used = Meters.Gauge("cohortbot.database.size", "By", "Size of the SQLite file with its journal, or of the PostgreSQL database.");

    /// <inheritdoc/>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (database.Engine.IsShared)
        {
            Used.Record(await database.ReadAsync(session => session.ScalarAsync<long>("SELECT pg_database_size(current_database())"), cancellationToken));
            return;
        }

        if (folder.FreeBytes() is { } free)
            Free.Record(free);
        Used.Record(folder.UsedBytes());
    }
}
