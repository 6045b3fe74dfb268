using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Privacy;

/// <summary>Erases again whom the journal names, in case an older backup brought them back.</summary>
internal sealed partial class ErasureReplay(ErasureJournal journal, Database database, MemberEraser eraser, ILogger<ErasureReplay> logger)
{
    /// <summary>Erases whom the database should not know any more; twice is once. Returns how many there were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        var erasures = await journal.ReadAsync(cancellationToken);
        var standing = erasures.Count == 0 ? [] : await ListStandingAsync(cancellationToken);
        foreach (var erasure in erasures.Where(erasure => standing.Contains(erasure.Who)))
        {
            if (await eraser.ApplyAsync(erasure, cancellationToken))
                count++;
        }

        if (count > 0)
            LogReplayed(count);
        return count;
    }

    private async Task<HashSet<(WorkspaceId Workspace, MemberKey Key)>> ListStandingAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<KnownMember>("SELECT workspace, member AS key FROM members WHERE erased_at IS NULL"), cancellationToken);
        return [.. rows.Select(row => (row.Workspace, row.Key))];
    }

    [LoggerMessage(3702, LogLevel.Warning, "{Count} members had been erased and were in the database again, as after a restore; they were erased again.")]
    private partial void LogReplayed(int count);
}
