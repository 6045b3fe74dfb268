using System.Diagnostics.Metrics;
using CohortBot.Operations.Figures;
using CohortBot.Operations.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Operations;

/// <summary>Records health by dependency, as the host asks for it every 30 seconds, and reads the gauges for a collector that is sent to.</summary>
internal sealed class HealthGauge(Gauges gauges, Collector collector) : IHealthCheckPublisher
{
    private static readonly Gauge<double> Health = Meters.Gauge("cohortbot.health", "{health}", "Health by dependency: 1 well, 0.5 deserves a look, 0 broken.");

    /// <inheritdoc/>
    public async Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var (name, entry) in report.Entries)
            Health.Record(entry.Status switch { HealthStatus.Healthy => 1, HealthStatus.Degraded => 0.5, _ => 0 }, Label.As("dependency", name));
        if (collector.IsThere)
            await gauges.ReadAsync(cancellationToken);
    }
}
