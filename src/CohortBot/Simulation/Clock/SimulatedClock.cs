namespace CohortBot.Simulation.Clock;

/// <summary>
/// Time that passes only when it is moved: eight weeks take as long as the work in them. Its own zone is UTC, whatever the machine's is. Timers go off one by one, in the
/// order of their hours and, at the same hour, of their making, each on the thread pool as real ones do.
/// </summary>
internal sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private static readonly Comparer<SimulatedTimer> ByHour =
        Comparer<SimulatedTimer>.Create((one, other) => (one.DueAt, one.Number).CompareTo((other.DueAt, other.Number)));

    private readonly Lock _gate = new();
    private readonly SortedSet<SimulatedTimer> _timers = new(ByHour);
    private DateTimeOffset _now = start;
    private long _lastNumber;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer goes off; null when nobody waits.</summary>
    public DateTimeOffset? NextAt
    {
        get
        {
            lock (_gate)
                return _timers.Min?.DueAt;
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the time ahead without a timer going off; time never goes back.</summary>
    public void MoveTo(DateTimeOffset at)
    {
        lock (_gate)
            _now = at > _now ? at : _now;
    }

    /// <summary>Lets the first timer go off whose hour has come by then, and moves the time to that hour. Returns false when there is none.</summary>
    public bool RingFirst(DateTimeOffset upTo)
    {
        SimulatedTimer due;
        lock (_gate)
        {
            if (_timers.Min is not { } first || first.DueAt > upTo)
                return false;
            due = first;
            _timers.Remove(due);
            _now = due.DueAt > _now ? due.DueAt : _now;
            if (due.Period > TimeSpan.Zero)
                Arm(due, due.Period);
        }

        ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Ring(), due, preferLocal: false);
        return true;
    }

    /// <summary>Sets a timer, or takes it away.</summary>
    internal void Set(SimulatedTimer timer, TimeSpan? dueIn)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueIn is { } wait)
                Arm(timer, wait);
        }
    }

    private void Arm(SimulatedTimer timer, TimeSpan wait)
    {
        (timer.DueAt, timer.Number) = (_now + wait, ++_lastNumber);
        _timers.Add(timer);
    }
}
