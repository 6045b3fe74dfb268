using CohortBot.Schedule;
using CohortBot.Storage;

namespace CohortBot.Tests.Labs;

/// <summary>Keeps alarms by kind and name once their transaction stands; a test lets them go off.</summary>
internal sealed class LabAlarms : IAlarms
{
    private readonly Dictionary<(string Kind, string Name), DateTimeOffset> _set = [];

    /// <summary>The alarms that are set, the earliest first.</summary>
    public IReadOnlyList<Alarm> Set
    {
        get
        {
            lock (_set)
                return [.. _set.Select(alarm => new Alarm(alarm.Key.Kind, alarm.Key.Name, alarm.Value)).OrderBy(alarm => alarm.DueAt)];
        }
    }

    public Task SetAsync(Session session, Alarm alarm, CancellationToken cancellationToken)
    {
        session.AfterCommit(() =>
        {
            lock (_set)
                _set[(alarm.Kind, alarm.Name)] = alarm.DueAt;
        });
        return Task.CompletedTask;
    }

    public Task ClearAsync(Session session, string kind, string name, CancellationToken cancellationToken)
    {
        session.AfterCommit(() => Take(kind, name));
        return Task.CompletedTask;
    }

    /// <summary>Takes an alarm that has gone off.</summary>
    public void Take(string kind, string name)
    {
        lock (_set)
            _set.Remove((kind, name));
    }
}
