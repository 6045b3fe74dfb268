using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Chat;

/// <summary>Whether the platforms that are switched on can be reached.</summary>
internal sealed class PlatformHealth(Chats chats) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var troubles = chats.All.Where(chat => chat.Trouble is not null).Select(chat => $"{chat.Platform}: {chat.Trouble}").ToList();
        return Task.FromResult(troubles.Count switch
        {
            0 => HealthCheckResult.Healthy(string.Join(", ", chats.All.Select(chat => chat.Platform))),
            _ when troubles.Count == chats.All.Count => HealthCheckResult.Unhealthy(string.Join("; ", troubles)),
            _ => HealthCheckResult.Degraded(string.Join("; ", troubles)),
        });
    }
}
