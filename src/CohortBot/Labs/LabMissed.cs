using System.Collections.Concurrent;

namespace CohortBot.Labs;

/// <summary>The lab threads in which a message could not be taken, because the database was not to be used.</summary>
internal sealed class LabMissed
{
    private readonly ConcurrentDictionary<LabThread, bool> _threads = [];

    /// <summary>A message in a thread was not taken.</summary>
    public void Add(LabThread thread) => _threads[thread] = true;

    /// <summary>The threads; each is handed out once.</summary>
    public IReadOnlyList<LabThread> Take() => [.. _threads.Keys.Where(thread => _threads.TryRemove(thread, out _))];
}
