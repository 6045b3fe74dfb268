using CohortBot.Storage.PostgreSql;
using CohortBot.Storage.Sqlite;

namespace CohortBot.Storage;

/// <summary>Which engine the settings mean.</summary>
internal static class Engines
{
    /// <summary>PostgreSQL where a connection string stands, else the SQLite file.</summary>
    /// <exception cref="StorageException">The connection string is none.</exception>
    public static IEngine Choose(StorageOptions options) =>
        options.IsPostgreSql ? new PostgreSqlEngine(options) : new SqliteEngine(options);
}
