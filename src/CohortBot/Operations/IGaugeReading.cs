namespace CohortBot.Operations;

/// <summary>Reads figures that nobody counts on the way, such as how many messages wait, and records them in gauges.</summary>
internal interface IGaugeReading
{
    /// <summary>Reads and records once; short, since somebody waits for the figures.</summary>
    Task ReadAsync(CancellationToken cancellationToken);
}
