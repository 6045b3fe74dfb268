using System.Collections.Concurrent;
using CohortBot.Storage;

namespace CohortBot.Chat.Sending;

/// <summary>
/// Sends in the background: at once after a commit, again when a failed part is due, and after a restart what a crash left. A message whose
/// platform is slow does not keep the others.
/// </summary>
internal sealed partial class OutboxSender(
    OutboxStore store, OutboxDelivery delivery, OutboxSignal signal, TimeProvider time, ILogger<OutboxSender> logger)
    : BackgroundService
{
    // Enough to keep a platform's limits busy; more only waits in them.
    private const int AtOnce = 8;

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterOutage = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(100);

    // Looks by itself now and then: a claim of another node may have run out meanwhile.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<OutboxKey, Task> _leaving = new();

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.ReleaseClaimsAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await signal.WaitAsync(await LookAsync(stoppingToken), time, stoppingToken);
        }
        finally
        {
            await Task.WhenAll(_leaving.Values);
        }
    }

    // Starts what is due; returns how long there is nothing more to do.
    private async Task<TimeSpan> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var due = await store.ListDueAsync(cancellationToken);
            foreach (var key in due.Where(key => !_leaving.ContainsKey(key)).Take(AtOnce - _leaving.Count))
                Start(key, cancellationToken);
            var sleep = await store.FindNextTryAsync(time.GetUtcNow(), cancellationToken) - time.GetUtcNow() ?? LongestSleep;
            return sleep < ShortestSleep ? ShortestSleep : sleep < LongestSleep ? sleep : LongestSleep;
        }
        catch (StorageException)
        {
            return AfterOutage; // the database says it itself, once
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotRead(exception);
            return LongestSleep;
        }
    }

    private void Start(OutboxKey key, CancellationToken cancellationToken)
    {
        var leaving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _leaving[key] = leaving.Task;
        _ = Task.Run(() => SendAsync(key, leaving, cancellationToken), CancellationToken.None);
    }

    private async Task SendAsync(OutboxKey key, TaskCompletionSource leaving, CancellationToken cancellationToken)
    {
        try
        {
            await delivery.DeliverAsync(key, isAsked: false, cancellationToken);
        }
        catch (Exception exception)
        {
            if (!cancellationToken.IsCancellationRequested && exception is not StorageException)
                LogBroken(exception, key.Subject, key.Workspace); // the others must go on; this one is found again
            await Task.Delay(AfterFault, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            _leaving.TryRemove(key, out _);
            leaving.SetResult();
            signal.Raise(); // there is room for another
        }
    }

    [LoggerMessage(1304, LogLevel.Error, "Sending {Subject} failed in {Workspace}.")]
    private partial void LogBroken(Exception exception, string subject, WorkspaceId workspace);

    [LoggerMessage(1305, LogLevel.Error, "What waits to be sent could not be read; it is tried again.")]
    private partial void LogNotRead(Exception exception);
}
