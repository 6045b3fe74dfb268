namespace CohortBot.Web.Clock;

/// <summary>Takes up where the clock stood before a restart; registered right after the database, so that nothing reads an older hour.</summary>
internal sealed class ClockRestore(ClockControl control) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => control.RestoreAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
