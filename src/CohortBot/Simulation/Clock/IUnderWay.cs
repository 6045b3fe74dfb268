namespace CohortBot.Simulation.Clock;

/// <summary>Knows whether the program has something to do, or will have at a known hour.</summary>
internal interface IUnderWay
{
    /// <summary>Whether something waits to be sent, answered or posted now.</summary>
    bool IsUnderWay();

    /// <summary>The next hour after now at which the program does something by itself; null when there is none.</summary>
    DateTimeOffset? FindNextAlarm();
}
