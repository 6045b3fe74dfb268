
namespace CohortBot.Storage;

/// <summary>A write that waits for its turn. It can be run again: only what was committed counts.</summary>
internal abstract class Write
{
    private readonly long _queuedAt = DatabaseMeter.Queue();
    private int _isTaken;
    private long _start;

    /// <summary>What it failed with when it last ran.</summary>
    public Exception? Fault { get; protected set; }

    /// <summary>Takes it out of the queue; false when its caller has given up meanwhile.</summary>
    public bool TryTake()
    {
        if (Interlocked.Exchange(ref _isTaken, 1) != 0)
            return false;
        _start = DatabaseMeter.Dequeue(_queuedAt);
        return true;
    }

    /// <summary>Runs it inside a transaction. Returns false when it failed: then nothing of it may stand.</summary>
    public abstract Task<bool> TryRunAsync(OpenWrite open);

    /// <summary>Tells its caller how it ended; what it wrote stands.</summary>
    public void Settle()
    {
        if (Fault is { } fault)
        {
            Fail(fault);
            return;
        }

        DatabaseMeter.Wrote(_start);
        TellResult();
    }

    /// <summary>Tells its caller that nothing of it stands.</summary>
    public void Fail(Exception exception)
    {
        DatabaseMeter.Wrote(_start);
        TellFault(exception);
    }

    protected abstract void TellResult();

    protected abstract void TellFault(Exception exception);
}

/// <summary>A write with its result.</summary>
internal sealed class Write<T> : Write
{
    private readonly TaskCompletionSource<(T, Session)> _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<Session, Task<T>> _work;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _givenUp;

    // The caller's own context (its trace, its log scopes) goes along to the writer.
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    private (T, Session) _outcome;

    public Write(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        (_work, _cancellation) = (work, cancellationToken);
        _givenUp = cancellationToken.UnsafeRegister(static write => ((Write<T>)write!).GiveUp(), this);
    }

    /// <summary>The result and the session that it was made in, once it stands.</summary>
    public Task<(T Result, Session Session)> Ending => _ending.Task;

    /// <inheritdoc/>
    public override async Task<bool> TryRunAsync(OpenWrite open)
    {
        Fault = null;
        try
        {
            _cancellation.ThrowIfCancellationRequested();
            var session = new Session(open.Connection, open.Transaction, _cancellation);
            _outcome = (await InContext(session), session);
        }
        catch (Exception exception)
        {
            Fault = exception;
        }

        return Fault is null;
    }

    /// <inheritdoc/>
    protected override void TellResult()
    {
        _givenUp.Unregister();
        _ending.SetResult(_outcome);
    }

    /// <inheritdoc/>
    protected override void TellFault(Exception exception)
    {
        _givenUp.Unregister();
        if (exception is OperationCanceledException && _cancellation.IsCancellationRequested)
            _ending.SetCanceled(_cancellation);
        else
            _ending.SetException(exception);
    }

    private Task<T> InContext(Session session)
    {
        if (_context is null)
            return _work(session);
        Task<T>? work = null;
        ExecutionContext.Run(_context, _ => work = Start(session), state: null);
        return work!;
    }

    // What throws before its first await throws in the task.
    private async Task<T> Start(Session session) => await _work(session);

    private void GiveUp()
    {
        if (TryTake())
            _ending.SetCanceled(_cancellation);
    }
}
