using CohortBot.Operations;

namespace CohortBot.Labs;

/// <summary>Measures the program's own share of a turn. It runs while the program works and stands while it waits for others.</summary>
internal sealed class TurnWatch
{
    private long _since = Meters.Now();
    private TimeSpan _own;

    /// <summary>Whether the program is at work.</summary>
    public bool IsRunning { get; private set; } = true;

    /// <summary>How long it has stood.</summary>
    public TimeSpan Standing => IsRunning ? TimeSpan.Zero : TimeSpan.FromSeconds(Meters.Since(_since));

    /// <summary>The program waits: for the member, for a place, for the model.</summary>
    public void Stop()
    {
        if (!IsRunning)
            return;
        IsRunning = false;
        _own += TimeSpan.FromSeconds(Meters.Since(_since));
        _since = Meters.Now();
    }

    /// <summary>The program works.</summary>
    public void Go()
    {
        if (IsRunning)
            return;
        IsRunning = true;
        _since = Meters.Now();
    }

    /// <summary>Its own share since the last time that this was asked; the watch stands afterwards.</summary>
    public TimeSpan Take()
    {
        Stop();
        var own = _own;
        _own = TimeSpan.Zero;
        return own;
    }
}
