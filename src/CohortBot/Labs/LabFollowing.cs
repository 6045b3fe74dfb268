using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>
/// Where several programs share the database: sees what the others left to this one. A message that another program took for a participation of
/// ours, a participation whose program has died, a thread that was opened elsewhere.
/// </summary>
internal sealed partial class LabFollowing(LabBacklog backlog, Database database, Nodes nodes, TimeProvider time, ILogger<LabFollowing> logger) : BackgroundService
{
    /// <summary>How often it looks; two small indexes answer.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private int _struck;

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var struck = nodes.Struck;
        var hasDied = struck != _struck;
        if (hasDied)
            await backlog.TakeOverCardsAsync(cancellationToken); // first: what is taken up here from now on makes its own cards
        _struck = struck;
        await backlog.CatchUpWithOthersAsync(cancellationToken);
        await backlog.TakeUpAsync(andHeld: hasDied, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (database.Engine.IsShared && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!stoppingToken.IsCancellationRequested)
                    await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (exception is not StorageException) // the database says it itself, once
                    LogNotRead(exception);
            }
        }
    }

    [LoggerMessage(3105, LogLevel.Error, "What other programs left to do in labs could not be read; it is tried again.")]
    private partial void LogNotRead(Exception exception);
}
