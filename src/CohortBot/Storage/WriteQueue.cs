using System.Threading.Channels;

namespace CohortBot.Storage;

/// <summary>
/// All writes of this program, one after another. What waits is taken together and committed once, since a commit costs far more than a write.
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    /// <summary>How many writes share a commit at most: more would let the first wait for the last longer than a commit takes.</summary>
    private const int MostAtOnce = 64;

    private readonly Channel<Write> _waiting = Channel.CreateUnbounded<Write>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly IEngine _engine;
    private readonly Retries _retries;
    private readonly Writer _writer;
    private readonly Task _work;

    public WriteQueue(IEngine engine, Retries retries)
    {
        (_engine, _retries, _writer) = (engine, retries, new Writer(engine, retries));
        using (ExecutionContext.SuppressFlow())
            _work = Task.Run(WorkAsync);
    }

    /// <summary>Adds a write.</summary>
    /// <exception cref="ObjectDisposedException">The program is stopping.</exception>
    public void Add(Write write) => ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(write), this);

    /// <summary>Does something between two commits; whoever writes meanwhile waits.</summary>
    public async Task<T> BetweenAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends when what waits is written.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _work;
        await _writer.DisposeAsync();
        _turn.Dispose();
    }

    private async Task WorkAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            List<Write> batch = [];
            while (batch.Count < MostAtOnce && _waiting.Reader.TryRead(out var write))
            {
                if (write.TryTake())
                    batch.Add(write);
            }

            if (batch.Count > 0)
                await CommitInTurnAsync(batch);
        }
    }

    private async Task CommitInTurnAsync(List<Write> batch)
    {
        await _turn.WaitAsync();
        try
        {
            await CommitAsync(batch);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task CommitAsync(List<Write> batch)
    {
        try
        {
            await _retries.RunAsync(() => _writer.CommitAsync(batch), CancellationToken.None);
        }
        catch (Exception exception) when (batch.Count == 1 || _engine.IsTransient(exception))
        {
            foreach (var write in batch)
                write.Fail(exception);
            return;
        }
        catch
        {
            // One of them brought the others down; alone, each finds out for itself.
            foreach (var write in batch)
                await CommitAsync([write]);
            return;
        }

        foreach (var write in batch)
            write.Settle();
    }
}
