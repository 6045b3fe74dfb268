using CohortBot.Storage;

namespace CohortBot.Privacy;

/// <summary>
/// At start, before anything reads or sends, replays the journal. Afterwards does what erasures left to do, at once and now and then: the
/// bytes in the files, and what a platform or a disk could not follow with.
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

            await Task.WhenAny(aftermath.Begun, Task.Delay(Interval, time, stoppingToken));
        }
    }

    [LoggerMessage(3703, LogLevel.Error, "What erasures left to do could not be done; it is tried again.")]
    private partial void LogFailed(Exception exception);
}
