using Quartz;

namespace CohortBot.Schedule;

/// <summary>
/// The scheduler at work: starts with the program, stops when the jobs in flight have ended, and can be told that the time has jumped.
/// </summary>
internal sealed partial class AlarmClock(ISchedulerFactory factory, ILogger<AlarmClock> logger) : IHostedService, IClockListener
{
    private IScheduler? _scheduler;
    private long _lastRing;

    /// <summary>The scheduler.</summary>
    /// <exception cref="InvalidOperationException">The clock has not started yet.</exception>
    public IScheduler Scheduler => _scheduler ?? throw new InvalidOperationException("Alarms can be set once the alarm clock has started.");

    /// <summary>Whether alarms can go off now. While the clock is being woken it stands for a moment.</summary>
    public async Task<bool> IsRunningAsync(CancellationToken cancellationToken) =>
        _scheduler is { } scheduler && await scheduler.GetStatus(cancellationToken) == SchedulerStatus.Running;

    /// <summary>When an alarm went off last, since the start; null when none has.</summary>
    public DateTimeOffset? LastRingAt => Interlocked.Read(ref _lastRing) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>An alarm went off.</summary>
    public void NoteRing(DateTimeOffset at) => Interlocked.Exchange(ref _lastRing, at.UtcTicks);

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<AlarmJob>().WithIdentity(AlarmJob.Key).StoreDurably().Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
        await scheduler.Start(cancellationToken);
        _scheduler = scheduler;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is { } scheduler)
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    /// <summary>Makes the scheduler look at once for what is due.</summary>
    public async Task WakeAsync(CancellationToken cancellationToken)
    {
        await Scheduler.Standby(cancellationToken);
        await Scheduler.Start(cancellationToken);
    }

    /// <inheritdoc/>
    public Task JumpedAsync(CancellationToken cancellationToken) => WakeAsync(cancellationToken);

    /// <summary>The same without waiting.</summary>
    public void Wake() => _ = WakeQuietlyAsync();

    private async Task WakeQuietlyAsync()
    {
        try
        {
            await WakeAsync(CancellationToken.None);
        }
        catch (SchedulerException exception)
        {
            LogNotWoken(exception); // the program stops; whoever starts it next finds what is due
        }
    }

    [LoggerMessage(1201, LogLevel.Debug, "The scheduler could not be woken.")]
    private partial void LogNotWoken(Exception exception);
}
