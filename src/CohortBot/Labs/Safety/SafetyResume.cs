namespace CohortBot.Labs.Safety;

/// <summary>At start, shows what a stop or a crash kept from being shown: help first of all.</summary>
internal sealed partial class SafetyResume(SafetyAnswers answers, ILogger<SafetyResume> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await answers.TakeUpAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(3120, LogLevel.Error, "Private answers that the last run left could not be shown.")]
    private partial void LogFailed(Exception exception);
}
