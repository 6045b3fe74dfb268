using System.Collections.Concurrent;

namespace CohortBot.Labs;

/// <summary>The lab threads in which a message could not be taken: the database was not to be used, or the platform could not be read.</summary>
internal sealed class LabMissed(TimeProvider time)
{
    private readonly ConcurrentDictionary<LabThread, (long At, TimeSpan Wait)> _threads = [];

    /// <summary>A message in a thread was not taken.</summary>
    public void Add(LabThread thread) => Add(thread, TimeSpan.Zero);

    /// <summary>A thread could not be read, and is not to be read before some time has passed.</summary>
    public void Add(LabThread thread, TimeSpan wait) => _threads[thread] = (time.GetTimestamp(), wait);

    /// <summary>The threads that are to be read now; each is handed out once.</summary>
    public IReadOnlyList<LabThread> Take() =>
        [.. _threads.Where(noted => time.GetElapsedTime(noted.Value.At) >= noted.Value.Wait).Select(noted => noted.Key).Where(thread => _threads.TryRemove(thread, out _))];
}
