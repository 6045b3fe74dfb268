using CohortBot.Access;
using CohortBot.Storage;

namespace CohortBot.Privacy;

/// <summary>Erases a member: the journal first, then one transaction over all that is kept, then the platforms; the bytes follow in the background.</summary>
internal sealed partial class MemberEraser(
    ErasureJournal journal, Database database, IEnumerable<IMemberData> kept, ErasureAftermath aftermath, ILogger<MemberEraser> logger)
{
    /// <summary>Erases now. When this returns, it stands, whatever happens; cancelled after the journal was written it is done at the next start.</summary>
    /// <exception cref="ErasureNotNotedException">The journal cannot be written: nothing was erased, and nothing will be.</exception>
    /// <exception cref="StorageException">The journal has it, and the database could not follow yet: it is done as soon as it can.</exception>
    public async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        await journal.AddAsync(erasure, cancellationToken);
        await ApplyAsync(erasure, CancellationToken.None);
        await aftermath.BeginAsync(CancellationToken.None);
    }

    /// <summary>Does to the database what the journal says. Returns false when it was done before, or the database never knew the member.</summary>
    public async Task<bool> ApplyAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        var isNew = await database.WriteAsync(session => ApplyAsync(session, erasure), cancellationToken);
        if (isNew)
        {
            aftermath.Ask();
            LogErased(erasure.Member, erasure.Workspace);
        }

        return isNew;
    }

    private async Task<bool> ApplyAsync(Session session, Erasure erasure)
    {
        var (workspace, key) = erasure.Who;
        if (await MemberRecords.FindAsync(session, workspace, key) is not { ErasedAt: null } member)
            return false;
        await MemberRecords.MarkErasedAsync(session, member, erasure.At);
        foreach (var data in kept)
            await data.EraseAsync(session, member);
        return true;
    }

    [LoggerMessage(3704, LogLevel.Information, "Member {Member} in {Workspace} was erased.")]
    private partial void LogErased(string member, string workspace);
}
