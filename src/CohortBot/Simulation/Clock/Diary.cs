namespace CohortBot.Simulation.Clock;

/// <summary>
/// What the simulated people have before them. Between two of their hours nothing happens but what the program does by itself, so the clock may jump from one to
/// the next; the program's own timers would only look again and find nothing.
/// </summary>
internal sealed class Diary(SimulatedClock clock)
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<TaskCompletionSource, (DateTimeOffset At, long Number)> _hours = new();
    private long _lastNumber;

    /// <summary>The next hour that somebody waits for; null when nobody does.</summary>
    public DateTimeOffset? NextAt
    {
        get
        {
            lock (_gate)
                return _hours.TryPeek(out _, out var hour) ? hour.At : null;
        }
    }

    /// <summary>Ends when the hour has come; at once when it has passed.</summary>
    public Task UntilAsync(DateTimeOffset at)
    {
        if (at <= clock.GetUtcNow())
            return Task.CompletedTask;
        var hour = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
            _hours.Enqueue(hour, (at, ++_lastNumber));
        return hour.Task;
    }

    /// <summary>Ends after a while.</summary>
    public Task RestAsync(TimeSpan by) => UntilAsync(clock.GetUtcNow() + by);

    /// <summary>Lets the one go on whose hour is first. One at a time, so that people at the same hour act in the same order each time.</summary>
    public void RingFirst()
    {
        lock (_gate)
        {
            if (_hours.TryDequeue(out var first, out _))
                first.TrySetResult();
        }
    }
}
