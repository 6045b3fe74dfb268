namespace CohortBot.Schedule;

/// <summary>
/// Notices that the machine's clock was set, or that the machine slept: the time of day moved otherwise than the time that passed. Whoever sleeps until an
/// hour is told, so that what is due now goes off now.
/// </summary>
internal sealed partial class ClockWatch(TimeProvider time, IEnumerable<IClockListener> listeners, ILogger<ClockWatch> logger) : BackgroundService
{
    /// <summary>How often the clock is looked at; as late can an alarm be after a jump.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    // A time server pulls a clock along by half a millisecond a second: what differs by more was set.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private volatile ClockJump? _last;

    /// <summary>The last jump since the start, or null.</summary>
    public ClockJump? Last => _last;

    /// <summary>Compares the time of day with the time that passed since it was looked at before.</summary>
    public async Task LookAsync(ClockReading before, CancellationToken cancellationToken)
    {
        var by = time.GetUtcNow() - before.At - time.GetElapsedTime(before.Timestamp);
        if (by.Duration() < Tolerance)
            return;
        _last = new ClockJump(time.GetUtcNow(), by);
        AlarmMeter.Jumped();
        LogJumped(by);
        foreach (var listener in listeners)
            await listener.JumpedAsync(cancellationToken);
    }

    /// <summary>What the clock says now.</summary>
    public ClockReading Read() => new(time.GetUtcNow(), time.GetTimestamp());

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var before = Read();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await LookAsync(before, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotTold(exception);
            }

            before = Read();
        }
    }

    [LoggerMessage(1204, LogLevel.Warning, "The machine's clock jumped by {By}.")]
    private partial void LogJumped(TimeSpan by);

    [LoggerMessage(1205, LogLevel.Error, "Not everybody who waits for an hour could be told that the clock jumped.")]
    private partial void LogNotTold(Exception exception);
}

/// <summary>The clock at a moment.</summary>
/// <param name="At">The time of day.</param>
/// <param name="Timestamp">The time that only passes.</param>
internal sealed record ClockReading(DateTimeOffset At, long Timestamp);

/// <summary>A jump of the machine's clock.</summary>
/// <param name="SeenAt">When it was seen, by the clock after the jump.</param>
/// <param name="By">By how much; less than zero is backwards.</param>
internal sealed record ClockJump(DateTimeOffset SeenAt, TimeSpan By);
