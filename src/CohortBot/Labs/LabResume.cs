namespace CohortBot.Labs;

/// <summary>At start, takes up what a stop or a crash left: turns under way, messages that wait, cards that were not made, messages that were missed.</summary>
internal sealed partial class LabResume(LabThreads threads, LabBacklog backlog, LabLanes lanes, ILogger<LabResume> logger) : BackgroundService
{
    private IReadOnlyList<Participation> _withoutCard = [];

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before any platform delivers: a message in a thread that is not known would be dropped.
        var open = await threads.LoadAsync(cancellationToken);
        _withoutCard = await backlog.ListWithoutCardAsync(cancellationToken);
        LogLoaded(open.Count);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await lanes.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await backlog.TakeUpAsync(andHeld: true, stoppingToken);
            await backlog.CatchUpAsync(stoppingToken);
            await backlog.MakeCardsAsync(_withoutCard, stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(3108, LogLevel.Information, "{Count} lab threads are open.")]
    private partial void LogLoaded(int count);

    [LoggerMessage(3109, LogLevel.Error, "Taking up what the last run left failed.")]
    private partial void LogFailed(Exception exception);
}
