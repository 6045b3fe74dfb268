using System.Data.Common;

namespace CohortBot.Storage;

/// <summary>Makes the bytes of what was deleted vanish from the database's files, which deleting alone does not; see the engines for how.</summary>
internal sealed partial class DatabaseScrub(Database database, ILogger<DatabaseScrub> logger)
{
    /// <summary>Returns whether it was done; a reader that has been open for long, or a full disk, can prevent it, and then it is to be tried again.</summary>
    public async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.Engine.ScrubAsync(cancellationToken);
        }
        catch (DbException exception)
        {
            LogNotDone(exception, database.Engine.Place);
            return false;
        }
    }

    [LoggerMessage(1106, LogLevel.Warning, "The database {Place} could not be written anew after an erasure; it is tried again.")]
    private partial void LogNotDone(Exception exception, string place);
}
