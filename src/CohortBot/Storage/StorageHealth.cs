using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Storage;

/// <summary>Whether the database can be read and written, and with which library.</summary>
internal sealed class StorageHealth(Database database) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var version = await database.WriteAsync(session => session.ScalarAsync<string>("SELECT sqlite_version()"), cancellationToken);
            var origin = SqliteLibrary.IsSystem ? "the system's library" : "the bundled library; install your system's SQLite to get security fixes";
            return HealthCheckResult.Healthy($"SQLite {version} ({origin}), {database.File}, {new FileInfo(database.File).Length / 1024} KB");
        }
        catch (Microsoft.Data.Sqlite.SqliteException exception)
        {
            return HealthCheckResult.Unhealthy($"The database {database.File} cannot be written: SQLite error {exception.SqliteErrorCode}. Check free space and rights.");
        }
    }
}
