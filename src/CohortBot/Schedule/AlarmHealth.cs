using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Schedule;

/// <summary>Whether alarms can go off, and when one did last.</summary>
internal sealed class AlarmHealth(AlarmClock clock, TimeProvider time) : IHealthCheck
{
    // Being woken takes milliseconds.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var last = clock.LastRingAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"The last alarm went off at {at:u}.") : "No alarm has gone off since the start.";
        return await IsRunningAsync(cancellationToken)
            ? HealthCheckResult.Healthy(last)
            : HealthCheckResult.Unhealthy($"The scheduler does not run: no lesson will be posted. {last} Start the program again.");
    }

    private async Task<bool> IsRunningAsync(CancellationToken cancellationToken)
    {
        if (await clock.IsRunningAsync(cancellationToken))
            return true;
        await Task.Delay(Moment, time, cancellationToken);
        return await clock.IsRunningAsync(cancellationToken);
    }
}
