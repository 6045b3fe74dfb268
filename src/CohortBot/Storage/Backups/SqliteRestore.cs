using System.Globalization;
using CohortBot.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CohortBot.Storage.Backups;

/// <summary>Puts a backup in a database's place while no program runs on it. Everything is checked before anything is changed; what stood there is kept.</summary>
internal static class SqliteRestore
{
    /// <summary>Restores. The caller holds the database (<see cref="DatabaseHold"/>).</summary>
    /// <param name="files">The database's file, and the backup; full paths.</param>
    /// <param name="newestStep">The newest migration that this program knows.</param>
    /// <param name="now">Names what is replaced.</param>
    /// <param name="cancellationToken">Ends the preparation; the switch itself is not cancelled.</param>
    /// <exception cref="StorageException">The backup cannot be used; the database stands as it was.</exception>
    public static async Task<Restored> RunAsync((string Database, string Backup) files, long newestStep, DateTimeOffset now, CancellationToken cancellationToken)
    {
        SqliteLibrary.Use();
        if (!File.Exists(files.Backup))
            throw new StorageException($"There is no file {files.Backup}. Nothing was changed.");
        var partial = $"{files.Database}.partial-{Guid.NewGuid():N}";
        try
        {
            var contents = await PrepareAsync(files.Backup, partial, newestStep, cancellationToken);
            await SqliteFork.MarkAsync(partial, await FindNumbersAsync(files.Database, cancellationToken), now, cancellationToken);
            FolderSync.FlushFile(partial);
            return new Restored(Switch(files.Database, partial, now), contents);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The backup {files.Backup} could not be put in the place of {files.Database}: {exception.Message}", exception);
        }
        finally
        {
            foreach (var part in new[] { "", "-wal", "-shm", "-journal" })
                File.Delete(partial + part);
        }
    }

    // On a copy beside the database: the backup itself is never opened, and the switch is a rename on one disk.
    private static async Task<SqliteContents> PrepareAsync(string backup, string partial, long newestStep, CancellationToken cancellationToken)
    {
        File.Copy(backup, partial);
        if (File.Exists($"{backup}-wal"))
            File.Copy($"{backup}-wal", $"{partial}-wal"); // somebody copied a database with its log: together they are whole
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(partial, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            await SqliteFile.CloseUpAsync(partial, cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw new StorageException($"The file {backup} is damaged, or no SQLite database. Nothing was changed; use another backup.", exception) { Fault = StorageFault.Corrupt };
        }

        var contents = await SqliteFile.CheckAsync(partial, cancellationToken);
        if (contents.Step > newestStep)
        {
            throw new StorageException(
                $"The backup {backup} was made by a newer CohortBot (step {contents.Step}; this program knows {newestStep}). Nothing was changed; restore with the newer program.");
        }

        return contents;
    }

    private static string? Switch(string database, string partial, DateTimeOffset now)
    {
        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var isReplacing = File.Exists(database);
        File.Move(partial, RestoreSwitch.PreparedName(database, stamp));
        FolderSync.Flush(Path.GetDirectoryName(database)!);
        RestoreSwitch.Finish(database);
        return isReplacing ? RestoreSwitch.ReplacedName(database, stamp) : null;
    }

    // The numbers that the replaced database has given out; none where it is too damaged to say.
    private static async Task<IReadOnlyDictionary<string, long>?> FindNumbersAsync(string database, CancellationToken cancellationToken)
    {
        if (!File.Exists(database))
            return null;
        try
        {
            await using var connection = await SqliteFile.OpenAsync(database, cancellationToken);
            return (await connection.QueryAsync<(string Table, long Last)>("SELECT name, seq FROM sqlite_sequence")).ToDictionary(row => row.Table, row => row.Last, StringComparer.Ordinal);
        }
        catch (SqliteException)
        {
            return null;
        }
    }
}

/// <summary>A backup stands in the database's place.</summary>
/// <param name="Replaced">Where the database is that stood there; null when none did.</param>
/// <param name="Contents">What was restored.</param>
internal sealed record Restored(string? Replaced, SqliteContents Contents);
