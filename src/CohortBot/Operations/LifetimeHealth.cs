using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Operations;

/// <summary>Whether the program has started and does not stop: a balancer sends nothing more to one that does.</summary>
internal sealed class LifetimeHealth(IHostApplicationLifetime lifetime) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The program is stopping.")
        : lifetime.ApplicationStarted.IsCancellationRequested ? HealthCheckResult.Healthy($"CohortBot {ProgramMeter.Version}")
        : HealthCheckResult.Unhealthy("The program is starting."));
}
