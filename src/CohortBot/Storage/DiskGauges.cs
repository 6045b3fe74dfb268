using System.Diagnostics.Metrics;
using CohortBot.Operations;

namespace CohortBot.Storage;

/// <summary>How much space the data takes and has.</summary>
internal sealed class DiskGauges(DataFolder folder) : IGaugeReading
{
    private static readonly Gauge<double> Free = Meters.Gauge("cohortbot.disk.free", "By", "Space that is free where the data lies.");
    private static readonly Gauge<double> Used = Meters.Gauge("cohortbot.database.size", "By", "Size of the SQLite file with its journal; 0 where the data lies on a server.");

    /// <inheritdoc/>
    public Task ReadAsync(CancellationToken cancellationToken)
    {
        if (folder.FreeBytes() is { } free)
            Free.Record(free);
        Used.Record(folder.UsedBytes());
        return Task.CompletedTask;
    }
}
