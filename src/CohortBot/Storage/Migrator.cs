using System.Reflection;

namespace CohortBot.Storage;

/// <summary>
/// Brings the schema up to date at start: numbered SQL files, each in a transaction with the row that records it, also where several
/// programs start at once. A database that a newer program has written is refused.
/// </summary>
internal sealed partial class Migrator(Database database, TimeProvider time, ILogger<Migrator> logger) : IHostedService
{
    private const string Folder = ".Storage.Migrations.";

    /// <summary>The number of the newest migration that this program knows.</summary>
    public static long Newest => Read()[^1].Number;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => MigrateAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Applies what is missing; twice is once.</summary>
    /// <exception cref="StorageException">The file is no database of ours, is damaged, or is newer than this program.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var migrations = Read();
        var done = await database.WriteAsync(ListDoneAsync, cancellationToken);
        if (done.Count > 0 && done[^1] > migrations[^1].Number)
        {
            throw new StorageException(
                $"The database {database.Engine.Place} was written by a newer CohortBot (step {done[^1]}; this program knows {migrations[^1].Number}). "
                + "Start the newer program, or name another database in Storage.");
        }

        foreach (var migration in migrations.Where(migration => !done.Contains(migration.Number)))
        {
            if (await database.WriteAsync(session => ApplyAsync(session, migration), cancellationToken))
                LogApplied(migration.Number, migration.Name);
        }
    }

    private static async Task<IReadOnlyList<long>> ListDoneAsync(Session session)
    {
        await session.ExecuteAsync(
            """
            CREATE TABLE IF NOT EXISTS migrations (
                number BIGINT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                applied_at BIGINT NOT NULL)
            """);
        return await session.QueryAsync<long>("SELECT number FROM migrations ORDER BY number");
    }

    // Another program that was started at the same time may have been faster.
    private async Task<bool> ApplyAsync(Session session, Migration migration)
    {
        if (await session.ScalarAsync<long>("SELECT COUNT(*) FROM migrations WHERE number = @Number", new { migration.Number }) > 0)
            return false;
        await session.ExecuteAsync(database.Engine.Translate(migration.Sql));
        await session.ExecuteAsync(
            "INSERT INTO migrations (number, name, applied_at) VALUES (@Number, @Name, @Now)",
            new { migration.Number, migration.Name, Now = time.GetUtcNow() });
        return true;
    }

    private static List<Migration> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(name => name.Contains(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(ReadOne)];

        Migration ReadOne(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource[(resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];
            return new Migration(long.Parse(name.Split('_')[0], System.Globalization.CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }

    [LoggerMessage(1101, LogLevel.Information, "Applied migration {Number} ({Name}).")]
    private partial void LogApplied(long number, string name);

    private sealed record Migration(long Number, string Name, string Sql);
}
