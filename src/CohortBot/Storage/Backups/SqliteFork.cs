using System.Globalization;
using Dapper;

namespace CohortBot.Storage.Backups;

/// <summary>
/// Tells a restored file that there was a time after it: messages may have left of which it knows nothing, and numbers were given out that must
/// not be given to others, since messages on the platforms carry them.
/// </summary>
internal static class SqliteFork
{
    // Where nobody can say how far the numbers had come: more than a busy installation gives out in a year.
    private const long WideGap = 10_000_000;
    private const long Gap = 1_000;

    /// <summary>Marks a file that no program is running on.</summary>
    /// <param name="file">The restored file.</param>
    /// <param name="before">The last numbers of the database that it replaces; null when nobody can say.</param>
    /// <param name="now">When it is restored.</param>
    /// <param name="cancellationToken">Ends the wait for the file.</param>
    public static async Task MarkAsync(string file, IReadOnlyDictionary<string, long>? before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await SqliteFile.OpenAsync(file, cancellationToken);
        await using var transaction = connection.BeginTransaction();
        foreach (var (table, last) in await connection.QueryAsync<(string Table, long Last)>("SELECT name, seq FROM sqlite_sequence", transaction: transaction))
        {
            var next = before is null ? last + WideGap : Math.Max(last, before.GetValueOrDefault(table)) + Gap;
            await connection.ExecuteAsync("UPDATE sqlite_sequence SET seq = @next WHERE name = @table", new { table, next }, transaction);
        }

        foreach (var (table, last) in before ?? new Dictionary<string, long>())
        {
            await connection.ExecuteAsync(
                "INSERT INTO sqlite_sequence (name, seq) SELECT @table, @next WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = @table)",
                new { table, next = last + Gap }, transaction);
        }

        await connection.ExecuteAsync(
            "INSERT INTO settings (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            new { name = RestoreMark.Name, value = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) }, transaction);
        transaction.Commit();
    }
}
