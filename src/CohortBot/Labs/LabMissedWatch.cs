using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Reads from the platform what could not be taken or read before, as soon as that can be done.</summary>
internal sealed partial class LabMissedWatch(LabMissed missed, LabCatchUp catchUp, TimeProvider time, ILogger<LabMissedWatch> logger) : BackgroundService
{
    /// <summary>How often it looks; a look at nothing costs nothing.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // After a fault that nobody foresaw; what was taken before it is not taken again.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Looks once. A thread that still cannot be read stays noted, and keeps no other back.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var thread in missed.Take())
        {
            try
            {
                if (await catchUp.ReadAsync(thread, cancellationToken))
                    LogRead(thread.Place);
            }
            catch (StorageException)
            {
                missed.Add(thread);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                missed.Add(thread, Pause);
                LogFailed(exception, thread.Place);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
                await LookAsync(stoppingToken);
        }
    }

    [LoggerMessage(3121, LogLevel.Information, "Read in {Place} what could not be taken before.")]
    private partial void LogRead(Chat.Place place);

    [LoggerMessage(3122, LogLevel.Error, "What could not be taken before in {Place} could not be read; it is tried again.")]
    private partial void LogFailed(Exception exception, Chat.Place place);
}
