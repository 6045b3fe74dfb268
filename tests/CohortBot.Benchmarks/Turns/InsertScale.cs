using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace CohortBot.Benchmarks.Turns;

/// <summary>For scale: what the same disk and the same SQLite do with one bare row, committed alone and a hundred together.</summary>
internal static class InsertScale
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(2);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cohortbot-scale-").FullName;
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "scale.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await ExecuteAsync(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)");
            Console.WriteLine($"for scale, bare SQLite inserts on this disk: {await CountAsync(connection, 1):F0}/s alone, {await CountAsync(connection, 100):F0}/s by the hundred");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double> CountAsync(SqliteConnection connection, int together)
    {
        var watch = Stopwatch.StartNew();
        var count = 0;
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO rows (text) VALUES ('A message of a member, about as long as most of them are.')";
        for (; watch.Elapsed < Long; count += together)
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            insert.Transaction = transaction;
            for (var row = 0; row < together; row++)
                await insert.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
