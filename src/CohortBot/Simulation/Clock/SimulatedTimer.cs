namespace CohortBot.Simulation.Clock;

/// <summary>A timer of the <see cref="SimulatedClock"/>, which orders timers by what is kept here and changes it under its own lock.</summary>
internal sealed class SimulatedTimer(SimulatedClock clock, Action ring) : ITimer
{
    /// <summary>When it goes off.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Which of those set so far it is: a later one goes off later at the same hour.</summary>
    public long Number { get; set; }

    /// <summary>After how long it goes off again; zero or less means once.</summary>
    public TimeSpan Period { get; private set; }

    /// <summary>Does what it is for.</summary>
    public void Ring() => ring();

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Period = period;
        clock.Set(this, dueTime == Timeout.InfiniteTimeSpan ? null : dueTime);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => clock.Set(this, dueIn: null);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
