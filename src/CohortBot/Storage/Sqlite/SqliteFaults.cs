using Microsoft.Data.Sqlite;

namespace CohortBot.Storage.Sqlite;

/// <summary>What SQLite's result codes mean to whoever runs the program. https://sqlite.org/rescode.html</summary>
internal static class SqliteFaults
{
    /// <summary>The explanation, or null for a fault of ours (a constraint, bad SQL).</summary>
    public static StorageException? Explain(Exception exception, string file)
    {
        if (exception is not SqliteException { SqliteErrorCode: var code })
            return null;
        (StorageFault Fault, string Message)? found = code switch
        {
            13 => (StorageFault.Full, $"There is no space left for the database {file}; nothing of the last change was kept. Free some space on its disk."), // FULL
            5 or 6 => (StorageFault.Locked, $"Another program holds the database {file}. End it, or give it another file in Storage:File."), // BUSY, LOCKED
            11 or 26 => (StorageFault.Corrupt, // CORRUPT, NOTADB
                $"The file {file} is not a database that CohortBot can read, or it is damaged. Put a backup in its place, or name another file in Storage:File."),
            8 or 14 or 23 or 3 => (StorageFault.Refused, // READONLY, CANTOPEN, AUTH, PERM
                $"The database file {file} cannot be opened for writing. Check that the folder exists and that this user may write there, or name another file in Storage:File."),
            10 => (StorageFault.Unreachable, $"The disk with the database {file} reports an error (SQLite {code}). Check the disk and its free space."), // IOERR
            _ => null,
        };
        return found is var (fault, message) ? new StorageException(message, exception) { Fault = fault } : null;
    }
}
