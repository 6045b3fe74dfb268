using System.Data.Common;

namespace CohortBot.Storage;

/// <summary>Makes the bytes of what was deleted vanish from the database's files, which deleting alone does not; see the engines for how.</summary>
internal sealed partial class DatabaseScrub(Database database, ILogger<DatabaseScrub> logger)
{
    /// <summary>The tables that an erasure deletes from or blanks, the only ones that are written anew where each can be by itself.</summary>
    public static readonly IReadOnlyList<string> Tables =
    [
        "members", "member_profiles", "roles", "enrolments", "outbox", "withdrawals", "lab_threads", "participations", "turns", "turn_holds", "turn_words",
        "lab_messages", "lab_message_words", "lab_summary_words", "card_words", "card_shares", "safety_events", "local_people", "local_threads", "local_messages",
        "local_files", "local_reads",
    ];

    /// <summary>Returns whether it was done; a reader that has been open for long, or a full disk, can prevent it, and then it is to be tried again.</summary>
    public async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.ScrubAsync(cancellationToken);
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
