using System.Collections.Concurrent;
using CohortBot.Chat;

namespace CohortBot.Labs;

/// <summary>The open lab threads in memory, so that a message written anywhere else costs no query.</summary>
internal sealed class LabThreads(LabThreadStore store)
{
    private readonly ConcurrentDictionary<Place, LabThread> _open = [];

    /// <summary>The thread at a place, or null when no lab is held there.</summary>
    public LabThread? Find(Place place) => _open.GetValueOrDefault(place);

    /// <summary>Remembers a thread that was opened.</summary>
    public void Add(LabThread thread) => _open[thread.Place] = thread;

    /// <summary>Reads them all from the database; called before a platform may deliver messages.</summary>
    public async Task<IReadOnlyList<LabThread>> LoadAsync(CancellationToken cancellationToken)
    {
        var threads = await store.ListOpenAsync(cancellationToken);
        foreach (var thread in threads)
            Add(thread);
        return threads;
    }
}
