using Microsoft.Extensions.Options;

namespace CohortBot.Storage.Backups;

/// <summary>Tells a database that another tool has put back (pg_restore, a copied file) what <see cref="SqliteFork"/> tells one of ours.</summary>
internal sealed class RestoreSettling(Database database, IOptions<StorageOptions> options, TimeProvider time)
{
    /// <summary>How many numbers are left out: more than a busy installation gives out in a year, since nobody can say how far they had come.</summary>
    public const long Gap = 10_000_000;

    private const string Sqlite = "UPDATE sqlite_sequence SET seq = seq + @Gap";

    // https://www.postgresql.org/docs/current/view-pg-sequences.html
    private const string PostgreSql =
        """
        SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, COALESCE(last_value, 0) + @Gap)
        FROM pg_sequences WHERE schemaname = current_schema()
        """;

    /// <summary>Marks the database as restored now. Twice leaves a second gap in the numbers, which harms nothing.</summary>
    public Task MarkAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await RestoreMark.SetAsync(session, time.GetUtcNow());
            await session.ExecuteAsync(options.Value.IsPostgreSql ? PostgreSql : Sqlite, new { Gap });
        },
        cancellationToken);
}
