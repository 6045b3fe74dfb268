using System.Collections.Concurrent;

namespace CohortBot.Storage.Sqlite;

/// <summary>
/// Connections for reading that nobody uses at the moment. The driver's own pool is not used: under load, version 6.0.7 gave one connection to
/// two callers ("cannot start a transaction within a transaction"), since a connection that is just being handed out looks abandoned to it.
/// </summary>
internal sealed class IdleConnections(Func<KeptConnection> open) : IDisposable
{
    // Reads run on the thread pool's threads from beginning to end; more would be more than ever run at once, and each has a cache of pages.
    private static readonly int MostKept = Math.Max(4, Environment.ProcessorCount * 2);

    private readonly ConcurrentBag<KeptConnection> _idle = [];
    private volatile bool _isDisposed;

    /// <summary>An open connection.</summary>
    public KeptConnection Take() => _idle.TryTake(out var connection) ? connection : open();

    /// <summary>Takes a connection back; nothing is under way on it.</summary>
    public void Return(KeptConnection connection)
    {
        if (_isDisposed || _idle.Count >= MostKept)
            connection.Dispose();
        else
            _idle.Add(connection);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        Clear();
    }

    /// <summary>Closes those that are idle; who asks next gets a new one.</summary>
    public void Clear()
    {
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }
}
