namespace CohortBot.Labs.Safety;

/// <summary>Looks for answers that nobody was shown because of a stop, a crash or a fault, help first of all, and has them brought to their readers.</summary>
internal sealed partial class SafetyWatch(SafetyAnswers answers, TimeProvider time, ILogger<SafetyWatch> logger) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await answers.TakeUpAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (exception is not Storage.StorageException) // the database says it itself, once
                    LogFailed(exception);
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(3120, LogLevel.Error, "What was not shown yet could not be looked for; it is tried again.")]
    private partial void LogFailed(Exception exception);
}
