using CohortBot.Storage;

namespace CohortBot.Privacy;

/// <summary>
/// At start, before anything reads or sends, replays the journal. Afterwards, now and then, does what erasures left to do: a platform or a disk
/// that could not follow at once.
/// </summary>
internal sealed partial class ErasureWatch(ErasureReplay replay, ErasureAftermath aftermath, TimeProvider time, ILogger<ErasureWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await replay.RunAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await replay.RunAsync(stoppingToken);
                await aftermath.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (exception is not StorageException { Fault: not StorageFault.Unusable }) // the database says it itself, once
                    LogFailed(exception);
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(3703, LogLevel.Error, "What erasures left to do could not be done; it is tried again.")]
    private partial void LogFailed(Exception exception);
}
