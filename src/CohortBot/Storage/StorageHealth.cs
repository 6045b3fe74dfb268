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
            return HealthCheckResult.Healthy(await database.WriteAsync(session => database.Engine.DescribeAsync(session), cancellationToken));
        }
        catch (StorageException exception)
        {
            return HealthCheckResult.Unhealthy(exception.Message);
        }
    }
}
