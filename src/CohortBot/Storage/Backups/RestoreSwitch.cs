namespace CohortBot.Storage.Backups;

/// <summary>
/// Puts a prepared file in the database's place and keeps what it replaces beside it, in steps that a crash cannot leave half done: the prepared
/// file's name says where the old one goes, and whoever starts next goes on where it stopped.
/// </summary>
internal static class RestoreSwitch
{
    private const string Prepared = ".restoring-";
    private const string Replaced = ".replaced-";

    // The log first: a database never stands without its own log under the name that SQLite looks for.
    private static readonly string[] Parts = ["-wal", "-shm", ""];

    /// <summary>What a prepared file is called from the moment on at which it is to take the database's place.</summary>
    /// <param name="database">The database's file.</param>
    /// <param name="stamp">Names the replaced database: <c>20261207T080000Z</c>.</param>
    public static string PreparedName(string database, string stamp) => $"{database}{Prepared}{stamp}";

    /// <summary>Where the database goes that is replaced.</summary>
    public static string ReplacedName(string database, string stamp) => $"{database}{Replaced}{stamp}";

    /// <summary>Ends a switch that was begun. Returns whether there was one; twice is once.</summary>
    public static bool Finish(string database)
    {
        var (folder, name) = (Path.GetDirectoryName(database)!, Path.GetFileName(database));
        if (!Directory.Exists(folder) || Directory.EnumerateFiles(folder, $"{name}{Prepared}*").Order(StringComparer.Ordinal).FirstOrDefault() is not { } prepared)
            return false;
        var stamp = Path.GetFileName(prepared)[(name.Length + Prepared.Length)..];
        foreach (var part in Parts.Where(part => File.Exists(database + part)))
            File.Move(database + part, ReplacedName(database, stamp) + part, overwrite: true);
        File.Move(prepared, database);
        FolderSync.Flush(folder);
        return true;
    }
}
