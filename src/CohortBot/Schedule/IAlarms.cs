using CohortBot.Storage;

namespace CohortBot.Schedule;

/// <summary>An hour at which something is to be done. The name makes it one; setting it again moves it.</summary>
/// <param name="Kind">Which handler is called: <c>lesson</c>.</param>
/// <param name="Name">Unique in its kind: <c>local/7/job-market/1</c>.</param>
/// <param name="DueAt">When.</param>
public sealed record Alarm(string Kind, string Name, DateTimeOffset DueAt);

/// <summary>Sets alarms in the caller's own transaction, so that a schedule and its rows stand or fall together.</summary>
internal interface IAlarms
{
    /// <summary>Sets or moves an alarm; one whose time has passed goes off at once.</summary>
    Task SetAsync(Session session, Alarm alarm, CancellationToken cancellationToken);

    /// <summary>Takes an alarm away; one that is not there is no error.</summary>
    Task ClearAsync(Session session, string kind, string name, CancellationToken cancellationToken);
}

/// <summary>Does what an alarm is for. It can go off twice, and late: the handler decides whether there is still something to do.</summary>
internal interface IAlarmHandler
{
    /// <summary>The kind of alarms that it takes.</summary>
    string Kind { get; }

    /// <summary>The alarm went off.</summary>
    Task RingAsync(string name, CancellationToken cancellationToken);
}
