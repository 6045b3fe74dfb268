using System.Diagnostics.Metrics;

namespace CohortBot.Operations.Figures;

/// <summary>Brings the gauges up to date. One that cannot be read keeps its last value, and that is counted.</summary>
internal sealed partial class Gauges(IEnumerable<IGaugeReading> readings, ILogger<Gauges> logger)
{
    private static readonly Counter<long> Failures = Meters.Count("cohortbot.gauges.failed", "{reading}", "Gauges that could not be brought up to date.");

    // Somebody waits for the figures; a database that does not answer must not keep back what is known without it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Reads all of them.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        Failures.Add(0);
        foreach (var reading in readings)
            await ReadAsync(reading, cancellationToken);
    }

    private async Task ReadAsync(IGaugeReading reading, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await reading.ReadAsync(patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Failures.Add(1);
            LogFailed(reading.GetType().Name, exception.GetType().Name);
        }
    }

    [LoggerMessage(1001, LogLevel.Warning, "The gauges of {Reading} could not be read: {Exception}.")]
    private partial void LogFailed(string reading, string exception);
}
