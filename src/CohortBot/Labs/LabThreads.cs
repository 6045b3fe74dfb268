using System.Collections.Concurrent;
using CohortBot.Chat;

namespace CohortBot.Labs;

/// <summary>The lab threads in memory, so that a message written anywhere else costs no query.</summary>
internal sealed class LabThreads(LabThreadStore store)
{
    // Two machines' clocks may differ.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Place, LabThread> _threads = [];

    /// <summary>The thread at a place, or null when no lab is held there.</summary>
    public LabThread? Find(Place place) => _threads.GetValueOrDefault(place);

    /// <summary>Remembers a thread that was opened.</summary>
    public void Add(LabThread thread) => _threads[thread.Place] = thread;

    /// <summary>Reads those that another program opened since the newest one that is known here. Returns them.</summary>
    public async Task<IReadOnlyList<LabThread>> LoadNewAsync(CancellationToken cancellationToken)
    {
        var since = _threads.Values.Select(thread => thread.OpenedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max() - ClockDifference;
        var news = (await store.ListAsync(since, cancellationToken)).Where(thread => Find(thread.Place) is null).ToList();
        news.ForEach(Add);
        return news;
    }

    /// <summary>Forgets a thread: nothing that is written there is taken any more.</summary>
    public void Remove(LabThread thread) => _threads.TryRemove(thread.Place, out _);

    /// <summary>Reads them all from the database; called before a platform may deliver messages.</summary>
    public async Task<IReadOnlyList<LabThread>> LoadAsync(CancellationToken cancellationToken)
    {
        var threads = await store.ListAsync(DateTimeOffset.UnixEpoch, cancellationToken);
        foreach (var thread in threads)
            Add(thread);
        return threads;
    }
}
