using CohortBot.Chat.Sending;
using CohortBot.Storage;

namespace CohortBot.Privacy;

/// <summary>What an erasure leaves to do after its transaction: messages of ours are taken back, and the database's files lose the bytes.</summary>
internal sealed class ErasureAftermath(Withdrawals withdrawals, DatabaseScrub scrub)
{
    private volatile bool _isAsked;

    /// <summary>Something was erased.</summary>
    public void Ask() => _isAsked = true;

    /// <summary>Does what is to be done; what cannot be done now stays asked for.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await withdrawals.WorkOffAsync(cancellationToken))
            _isAsked = true; // the local platform's messages lay in the same files
        if (!_isAsked)
            return;
        _isAsked = false;
        if (!await scrub.TryAsync(cancellationToken))
            _isAsked = true;
    }
}
