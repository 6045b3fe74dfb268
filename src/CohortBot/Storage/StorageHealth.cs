using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Storage;

/// <summary>Whether the database can be read and written, and with which engine.</summary>
internal sealed class StorageHealth(Database database) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return HealthCheckResult.Healthy(await database.WriteAsync(DescribeAsync, cancellationToken));
        }
        catch (StorageException exception)
        {
            return HealthCheckResult.Unhealthy(exception.Message);
        }
    }

    private async Task<string> DescribeAsync(Session session)
    {
        var engine = await database.Engine.DescribeAsync(session);
        if (!database.Engine.IsShared)
            return engine;
        var nodes = await NodeStore.ListAsync(session);
        return nodes.Count == 0 ? $"{engine}; no program runs on it" : $"{engine}; programs that run on it: {string.Join(", ", nodes.Select(node => node.Node))}";
    }
}
