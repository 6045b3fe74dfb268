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
            var described = await database.WriteAsync(DescribeAsync, cancellationToken);
            return database.Trouble.Current is { } trouble ? HealthCheckResult.Unhealthy(trouble.Message) : HealthCheckResult.Healthy(described);
        }
        catch (StorageException exception)
        {
            return HealthCheckResult.Unhealthy(exception.Message);
        }
    }

    // A write that writes nothing would pass on a full disk.
    private async Task<string> DescribeAsync(Session session)
    {
        await session.ExecuteAsync(
            "INSERT INTO settings (name, value) VALUES ('database.probe', '1') ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(settings.value AS BIGINT) + 1 AS TEXT)");
        var engine = await database.Engine.DescribeAsync(session);
        if (!database.Engine.IsShared)
            return engine;
        var nodes = await NodeStore.ListAsync(session);
        return nodes.Count == 0 ? $"{engine}; no program runs on it" : $"{engine}; programs that run on it: {string.Join(", ", nodes.Select(node => node.Node))}";
    }
}
