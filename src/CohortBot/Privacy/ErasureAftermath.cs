using CohortBot.Chat.Sending;
using CohortBot.Storage;

namespace CohortBot.Privacy;

/// <summary>What an erasure leaves to do after its transaction: messages of ours are taken back, and the database's files lose the bytes.</summary>
internal sealed class ErasureAftermath(Withdrawals withdrawals, DatabaseScrub scrub, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6); // what is in the way may stay there, and each try holds others up

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isAsked;
    private DateTimeOffset _notBefore;
    private TimeSpan _wait = FirstWait;

    /// <summary>Ends when there is something for <see cref="RunAsync"/> to do at once.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Something was erased.</summary>
    public void Ask() => _isAsked = true;

    /// <summary>Takes messages back now; the files, which take long, are left to whoever waits for <see cref="Begun"/>.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (await withdrawals.WorkOffAsync(cancellationToken))
            _isAsked = true; // the local platform's messages lay in the same files
        _begun.TrySetResult();
    }

    /// <summary>Does what is to be done; what cannot be done now stays asked for, and is tried ever more seldom.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (await withdrawals.WorkOffAsync(cancellationToken))
                _isAsked = true;
            if (_isAsked && time.GetUtcNow() >= _notBefore)
                await ScrubAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task ScrubAsync(CancellationToken cancellationToken)
    {
        _isAsked = false;
        var isDone = false;
        try
        {
            isDone = await scrub.TryAsync(cancellationToken);
        }
        finally
        {
            if (!isDone)
                _isAsked = true;
            _notBefore = isDone ? default : time.GetUtcNow() + _wait;
            _wait = isDone ? FirstWait : _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
        }
    }
}
