using System.Reflection;
using Microsoft.Data.Sqlite;

namespace CohortBot.Storage;

/// <summary>
/// Brings the schema up to date at start: numbered SQL files, each in a transaction with the row that records it. A database that
/// a newer program has written is refused.
/// </summary>
internal sealed partial class Migrator(Database database, TimeProvider time, ILogger<Migrator> logger) : IHostedService
{
    private const string Folder = ".Storage.Migrations.";

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => MigrateAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Applies what is missing; twice is once.</summary>
    /// <exception cref="StorageException">The file is no database of ours, is damaged, or is newer than this program.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ApplyAsync(Read(), cancellationToken);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is 26 or 11)
        {
            // 26 SQLITE_NOTADB, 11 SQLITE_CORRUPT: https://sqlite.org/rescode.html
            throw new StorageException(
                $"The file {database.File} is not a database that CohortBot can read, or it is damaged. "
                + "Put a backup in its place, or name another file in Storage:File.",
                exception);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is 14 or 8)
        {
            // 14 SQLITE_CANTOPEN, 8 SQLITE_READONLY
            throw new StorageException(
                $"The database file {database.File} cannot be opened for writing. Check that the folder exists and that this user may write there, "
                + "or name another file in Storage:File.",
                exception);
        }
    }

    private async Task ApplyAsync(IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        var done = await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    """
                    CREATE TABLE IF NOT EXISTS migrations (
                        number BIGINT NOT NULL PRIMARY KEY,
                        name TEXT NOT NULL,
                        applied_at BIGINT NOT NULL)
                    """);
                return await session.ScalarAsync<long>("SELECT COALESCE(MAX(number), 0) FROM migrations");
            },
            cancellationToken);

        if (done > migrations[^1].Number)
        {
            throw new StorageException(
                $"The database {database.File} was written by a newer CohortBot (step {done}; this program knows {migrations[^1].Number}). "
                + "Start the newer program, or name another file in Storage:File.");
        }

        foreach (var migration in migrations.Where(migration => migration.Number > done))
        {
            await database.WriteAsync(
                async session =>
                {
                    await session.ExecuteAsync(migration.Sql);
                    await session.ExecuteAsync(
                        "INSERT INTO migrations (number, name, applied_at) VALUES (@Number, @Name, @Now)",
                        new { migration.Number, migration.Name, Now = time.GetUtcNow() });
                },
                cancellationToken);
            LogApplied(migration.Number, migration.Name);
        }
    }

    private static List<Migration> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(name => name.Contains(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(ReadOne)];

        Migration ReadOne(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource[(resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];
            // The two places where SQLite and PostgreSQL have no common word.
            var sql = reader.ReadToEnd()
                .Replace("{{number}}", "INTEGER PRIMARY KEY AUTOINCREMENT", StringComparison.Ordinal)
                .Replace("{{bytes}}", "BLOB", StringComparison.Ordinal);
            return new Migration(long.Parse(name.Split('_')[0], System.Globalization.CultureInfo.InvariantCulture), name, sql);
        }
    }

    [LoggerMessage(LogLevel.Information, "Applied migration {Number} ({Name}).")]
    private partial void LogApplied(long number, string name);

    private sealed record Migration(long Number, string Name, string Sql);
}
