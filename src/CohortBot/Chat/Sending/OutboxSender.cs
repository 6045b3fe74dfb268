namespace CohortBot.Chat.Sending;

/// <summary>Sends in the background: at once after a commit, again when a failed part is due, and after a restart what the crash left.</summary>
internal sealed partial class OutboxSender(OutboxStore store, OutboxDelivery delivery, OutboxSignal signal, TimeProvider time, ILogger<OutboxSender> logger)
    : BackgroundService
{
    // Enough to keep a platform's limits busy; more only waits in them.
    private const int AtOnce = 8;

    // Looks by itself now and then: a claim of another node may have run out meanwhile.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.ReleaseClaimsAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await SendDueAsync(stoppingToken);
            await signal.WaitAsync(await FindSleepAsync(stoppingToken), time, stoppingToken);
        }
    }

    /// <summary>Sends everything that is due now, different messages side by side.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        var due = await store.ListDueAsync(cancellationToken);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, SendAsync);
    }

    private async ValueTask SendAsync(OutboxKey key, CancellationToken cancellationToken)
    {
        try
        {
            await delivery.DeliverAsync(key, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogBroken(exception, key.Subject, key.Workspace); // the others must go on; this one is found again
        }
    }

    private async Task<TimeSpan> FindSleepAsync(CancellationToken cancellationToken)
    {
        var sleep = await store.FindNextTryAsync(cancellationToken) - time.GetUtcNow() ?? LongestSleep;
        return sleep < TimeSpan.FromMilliseconds(100) ? TimeSpan.FromMilliseconds(100) : sleep < LongestSleep ? sleep : LongestSleep;
    }

    [LoggerMessage(LogLevel.Error, "Sending {Subject} failed in {Workspace}.")]
    private partial void LogBroken(Exception exception, string subject, WorkspaceId workspace);
}
