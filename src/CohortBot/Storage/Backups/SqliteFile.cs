using Dapper;
using Microsoft.Data.Sqlite;

namespace CohortBot.Storage.Backups;

/// <summary>Looks into a SQLite file that no program is running on: whether it is whole and ours, and how much is in it.</summary>
internal static class SqliteFile
{
    /// <summary>Folds the log into the file, so that the file alone is the database.</summary>
    public static async Task CloseUpAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(file, cancellationToken);
        await connection.ExecuteAsync("PRAGMA journal_mode = DELETE");
    }

    /// <summary>Checks every page, index and reference; throws in words that say what is wrong.</summary>
    /// <exception cref="StorageException">The file is damaged, or none of ours.</exception>
    public static async Task<SqliteContents> CheckAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(file, cancellationToken);
            if (await connection.QueryFirstAsync<string>("PRAGMA integrity_check(1)") is not "ok" and var fault)
                throw Damaged(file, fault);
            if (await connection.QueryFirstOrDefaultAsync<string>("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1") is { } table)
                throw Damaged(file, $"{table} refers to rows that are not there");
            return await ReadAsync(connection, file);
        }
        catch (SqliteException exception)
        {
            throw Damaged(file, exception.Message, exception);
        }
    }

    /// <summary>Which step of the migrations the database has reached, and how many rows each table has.</summary>
    /// <exception cref="StorageException">It is none of ours.</exception>
    public static async Task<SqliteContents> ReadAsync(SqliteConnection connection, string file)
    {
        var tables = (await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")).AsList();
        if (!tables.Contains("migrations") || !tables.Contains("exchanges"))
            throw new StorageException($"The file {file} is a SQLite database, but none of CohortBot's. Name another file.");
        var step = await connection.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(number), 0) FROM migrations");
        Dictionary<string, long> rows = new(StringComparer.Ordinal);
        foreach (var table in tables)
            rows[table] = await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM \"{table}\"");
        return new SqliteContents(step, rows);
    }

    /// <summary>Opens a file that is there; nothing is made, and nothing stays open afterwards.</summary>
    public static async Task<SqliteConnection> OpenAsync(string file, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static StorageException Damaged(string file, string detail, Exception? inner = null) =>
        new($"The file {file} is damaged, or no SQLite database: {detail}. Use another backup.", inner) { Fault = StorageFault.Corrupt };
}

/// <summary>What is in a database.</summary>
/// <param name="Step">The last migration that was applied.</param>
/// <param name="Rows">How many rows each table has.</param>
internal sealed record SqliteContents(long Step, IReadOnlyDictionary<string, long> Rows)
{
    /// <summary>Whether another database holds as much, table by table.</summary>
    public bool HoldsAsMuchAs(SqliteContents other) =>
        Step == other.Step && Rows.Count == other.Rows.Count && Rows.All(row => other.Rows.TryGetValue(row.Key, out var count) && count == row.Value);
}
