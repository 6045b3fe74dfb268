using CohortBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CohortBot.Storage.Backups;

/// <summary>
/// Copies a SQLite database while a program works on it, as it stood at one moment. The copy is made under another name, checked, put on the disk
/// and only then called what it is to be called: a file with the backup's name is a whole backup.
/// </summary>
internal static class SqliteBackup
{
    // Small enough to tell how far it is, large enough not to be slowed down by it: 4 MB with pages of 4 KB.
    private const int PagesAtOnce = 1024;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the backup.</summary>
    /// <param name="files">The database's file, and where the backup goes; full paths.</param>
    /// <param name="isReplacing">Whether a file that stands there may be replaced.</param>
    /// <param name="progress">Told from time to time how much is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left behind then.</param>
    /// <exception cref="StorageException">There is no database, the target cannot be written, or the copy was not whole.</exception>
    public static async Task<SqliteContents> MakeAsync(
        (string Database, string Target) files, bool isReplacing, IProgress<double> progress, CancellationToken cancellationToken)
    {
        SqliteLibrary.Use();
        Refuse(files.Database, files.Target, isReplacing);
        var partial = $"{files.Target}.partial-{Guid.NewGuid():N}";
        try
        {
            CreatePrivate(partial);
            var source = await CopyAsync(files.Database, partial, progress, cancellationToken);
            await SqliteFile.CloseUpAsync(partial, cancellationToken);
            var copy = await SqliteFile.CheckAsync(partial, cancellationToken);
            if (!copy.HoldsAsMuchAs(source))
                throw new StorageException($"The copy of {files.Database} does not hold as much as the database itself; it was thrown away. Try again, and check the disk.");
            FolderSync.FlushFile(partial);
            File.Move(partial, files.Target, isReplacing);
            FolderSync.Flush(Path.GetDirectoryName(files.Target)!);
            return copy;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The backup {files.Target} cannot be written: {exception.Message}", exception);
        }
        catch (SqliteException exception)
        {
            throw new StorageException($"The database {files.Database} could not be copied to {files.Target}: {exception.Message}. Check both disks and their free space.", exception);
        }
        finally
        {
            foreach (var part in new[] { "", "-wal", "-shm", "-journal" })
                File.Delete(partial + part);
        }
    }

    private static void Refuse(string database, string target, bool isReplacing)
    {
        if (!File.Exists(database))
            throw new StorageException($"There is no database at {database}, so there is nothing to back up. Storage:File names it; start this where CohortBot is started.");
        if (Path.GetFullPath(database) == Path.GetFullPath(target))
            throw new StorageException("The backup cannot take the database's own place. Name another file.");
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new StorageException($"There is no folder {Path.GetDirectoryName(target)}. Make it first, or name another file.");
        if (File.Exists(target) && !isReplacing)
            throw new StorageException($"The file {target} is there already and was left as it is. Name another file, or add --force to replace it.");
    }

    private static void CreatePrivate(string file)
    {
        var mode = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            mode.UnixCreateMode = OwnerOnly;
        using var created = new FileStream(file, mode);
    }

    // The read transaction keeps the moment: without it the copying would begin anew whenever the program writes.
    // https://sqlite.org/backup.html, https://sqlite.org/c3ref/backup_finish.html
    private static async Task<SqliteContents> CopyAsync(string database, string partial, IProgress<double> progress, CancellationToken cancellationToken)
    {
        await using var source = await SqliteFile.OpenAsync(database, cancellationToken);
        await using var moment = source.BeginTransaction(deferred: true);
        var contents = await SqliteFile.ReadAsync(source, database);
        await using var target = await SqliteFile.OpenAsync(partial, cancellationToken);
        Copy(source, target, progress, cancellationToken);
        return contents;
    }

    private static void Copy(SqliteConnection source, SqliteConnection target, IProgress<double> progress, CancellationToken cancellationToken)
    {
        using var backup = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main");
        if (backup.IsInvalid)
            throw new SqliteException(raw.sqlite3_errmsg(target.Handle).utf8_to_string(), raw.sqlite3_errcode(target.Handle));
        int code;
        while ((code = raw.sqlite3_backup_step(backup, PagesAtOnce)) == raw.SQLITE_OK)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress.Report(1 - ((double)raw.sqlite3_backup_remaining(backup) / Math.Max(1, raw.sqlite3_backup_pagecount(backup))));
        }

        if (code != raw.SQLITE_DONE)
            throw new SqliteException(raw.sqlite3_errstr(code).utf8_to_string(), code);
        progress.Report(1);
    }
}
