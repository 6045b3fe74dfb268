using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Reads from the platform what could not be taken while the database was not to be used, as soon as it is again.</summary>
internal sealed partial class LabMissedWatch(LabMissed missed, LabCatchUp catchUp, TimeProvider time, ILogger<LabMissedWatch> logger) : BackgroundService
{
    /// <summary>How often it looks; a look at nothing costs nothing.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Looks once. A thread that still cannot be read stays noted.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var thread in missed.Take())
        {
            try
            {
                await catchUp.ReadAsync(thread, cancellationToken);
                LogRead(thread.Place);
            }
            catch (StorageException)
            {
                missed.Add(thread);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!stoppingToken.IsCancellationRequested)
                    await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(3121, LogLevel.Information, "Read in {Place} what could not be taken before.")]
    private partial void LogRead(Chat.Place place);

    [LoggerMessage(3122, LogLevel.Error, "What could not be taken before could not be read.")]
    private partial void LogFailed(Exception exception);
}
