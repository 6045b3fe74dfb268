namespace CohortBot.Schedule;

/// <summary>
/// Real time plus an offset that only grows: the clock of an installation that nobody depends on, so that a newcomer sees a week in a minute.
/// Timers made from it go off right after a jump over their hour.
/// </summary>
internal sealed class MovableClock(TimeProvider real) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<MovableTimer> _timers = [];
    private TimeSpan _offset;

    /// <summary>How far the clock stands before real time.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_gate)
                return _offset;
        }
    }

    /// <summary>The clock on the wall.</summary>
    public TimeProvider Real => real;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset;

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetElapsedTime(0, real.GetTimestamp()).Ticks + Offset.Ticks;

    /// <summary>Moves the clock to an offset from real time; one that is smaller than today's is left out, since time never goes back.</summary>
    public void MoveTo(TimeSpan offset)
    {
        MovableTimer[] timers;
        lock (_gate)
        {
            if (offset <= _offset)
                return;
            _offset = offset;
            timers = [.. _timers];
        }

        foreach (var timer in timers)
            timer.Rearm();
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovableTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private TimeSpan Passed() => real.GetElapsedTime(0, real.GetTimestamp()) + _offset;

    private sealed class MovableTimer : ITimer
    {
        private readonly MovableClock _clock;
        private readonly ITimer _inner;
        private readonly TimerCallback _callback;
        private readonly object? _state;

        // In the time that passes, since the machine's clock can be set; the offset is the only jump.
        private TimeSpan? _dueAt;
        private TimeSpan _period;

        public MovableTimer(MovableClock clock, TimerCallback callback, object? state)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            _inner = clock.Real.CreateTimer(_ => Ring(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_clock._gate)
            {
                _period = period;
                _dueAt = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.Passed() + dueTime;
                if (_dueAt is null)
                    _clock._timers.Remove(this);
                else
                    _clock._timers.Add(this);
                return _inner.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }

        public void Rearm()
        {
            lock (_clock._gate)
                Arm();
        }

        public void Dispose()
        {
            lock (_clock._gate)
                _clock._timers.Remove(this);
            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Ring()
        {
            lock (_clock._gate)
            {
                if (_dueAt is null || !_clock._timers.Contains(this))
                    return;
                var isPeriodic = _period > TimeSpan.Zero;
                _dueAt = isPeriodic ? _clock.Passed() + _period : null;
                if (isPeriodic)
                    Arm();
                else
                    _clock._timers.Remove(this);
            }

            _callback(_state);
        }

        private void Arm()
        {
            if (_dueAt is not { } dueAt)
                return;
            var left = dueAt - _clock.Passed();
            _inner.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
