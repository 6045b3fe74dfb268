namespace CohortBot.Chat.Sending;

/// <summary>Tells the sender that there is something to send.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    /// <summary>There is something to send. Raised twice before anybody looked is once.</summary>
    public void Raise()
    {
        lock (_raised)
        {
            if (_raised.CurrentCount == 0)
                _raised.Release();
        }
    }

    /// <summary>Waits until it is raised, or for a time.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var raised = _raised.WaitAsync(over.Token);
        var waited = Task.Delay(atMost, time, over.Token);
        await Task.WhenAny(raised, waited);
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public void Dispose() => _raised.Dispose();
}
