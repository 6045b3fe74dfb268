using System.Diagnostics.Metrics;
using CohortBot.Operations.Figures;
using CohortBot.Operations.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Operations;

/// <summary>
/// Records health by dependency, as the host asks for it every 30 seconds, logs what changed, and reads the gauges for a collector that is sent to.
/// </summary>
internal sealed partial class HealthGauge(Gauges gauges, Collector collector, ILogger<HealthGauge> logger) : IHealthCheckPublisher
{
    private static readonly Gauge<double> Health = Meters.Gauge("cohortbot.health", "{health}", "Health by dependency: 1 well, 0.5 deserves a look, 0 broken.");

    // The host asks for one report after another.
    private readonly Dictionary<string, HealthStatus> _before = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var (name, entry) in report.Entries)
        {
            Health.Record(entry.Status switch { HealthStatus.Healthy => 1, HealthStatus.Degraded => 0.5, _ => 0 }, Label.As("dependency", name));
            Tell(name, entry);
        }

        if (collector.IsThere)
            await gauges.ReadAsync(cancellationToken);
    }

    private void Tell(string name, HealthReportEntry entry)
    {
        var before = _before.GetValueOrDefault(name, HealthStatus.Healthy);
        _before[name] = entry.Status;
        if (before == entry.Status)
            return;
        if (entry.Status == HealthStatus.Healthy)
            LogMended(name);
        else
            LogChanged(name, entry.Status, entry.Detail());
    }

    [LoggerMessage(1002, LogLevel.Warning, "{Dependency} is {Status}: {Detail}")]
    private partial void LogChanged(string dependency, HealthStatus status, string? detail);

    [LoggerMessage(1003, LogLevel.Information, "{Dependency} is well again.")]
    private partial void LogMended(string dependency);
}
