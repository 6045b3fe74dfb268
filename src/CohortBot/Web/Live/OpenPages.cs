using System.Collections.Concurrent;
using CohortBot.Chat.Local;

namespace CohortBot.Web.Live;

/// <summary>As whom pages are open at the moment.</summary>
internal sealed class OpenPages(LocalStore store)
{
    private readonly ConcurrentDictionary<string, PersonId> _pages = new(StringComparer.Ordinal);

    /// <summary>A page was opened as a person.</summary>
    public void Open(string connection, PersonId person) => _pages[connection] = person;

    /// <summary>A page is gone. Twice is once; one that was never open is none.</summary>
    public void Close(string connection) => _pages.TryRemove(connection, out _);

    /// <summary>The people as whom pages are open. The database is not asked while none is.</summary>
    public async Task<IReadOnlyList<LocalPerson>> ListPeopleAsync(CancellationToken cancellationToken)
    {
        if (_pages.IsEmpty)
            return [];
        var open = _pages.Values.ToHashSet();
        return [.. (await store.ListPeopleAsync(cancellationToken)).Where(person => open.Contains(person.Person))];
    }
}
