using System.Data.Common;
using System.Diagnostics;
using CohortBot.Operations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CohortBot.Storage;

/// <summary>
/// The one database. Reads run side by side, each in one consistent view. Writes go one after another, on PostgreSQL also over all programs
/// that share it, so that what a write has read is still so when it writes.
/// </summary>
internal sealed class Database : IAsyncDisposable, IDisposable
{
    private readonly Retries _retries;
    private readonly WriteQueue _writes;

    /// <summary>Chooses the engine by the settings; nothing is opened yet.</summary>
    /// <param name="options">Where the database is.</param>
    /// <param name="time">Tells how long a server that is away is waited for.</param>
    /// <param name="logger">Is told once of a fault, and once of its end.</param>
    /// <exception cref="StorageException">The settings name no database.</exception>
    public Database(IOptions<StorageOptions> options, TimeProvider? time = null, ILogger<Database>? logger = null)
        : this(Engines.Choose(options.Value), options.Value.NodeName, time, logger)
    {
    }

    /// <summary>Takes an engine that is there.</summary>
    internal Database(IEngine engine, string node, TimeProvider? time = null, ILogger<Database>? logger = null)
    {
        TypeHandlers.Register();
        (Engine, Node) = (engine, node);
        Trouble = new DatabaseTrouble(time ?? TimeProvider.System, logger ?? NullLogger<Database>.Instance);
        _retries = new Retries(Engine, time ?? TimeProvider.System);
        _writes = new WriteQueue(Engine, _retries);
    }

    /// <summary>Which database it is and how it is spoken to.</summary>
    public IEngine Engine { get; }

    /// <summary>What this program is called among those that share the database.</summary>
    public string Node { get; }

    /// <summary>Whether it can be used.</summary>
    public DatabaseTrouble Trouble { get; }

    /// <summary>Reads in one consistent view.</summary>
    /// <exception cref="StorageException">The database cannot be used as it is.</exception>
    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        using var span = Spans.Step("database read", ActivityKind.Client);
        var start = Meters.Now();
        try
        {
            return await _retries.RunAsync(() => ReadOnceAsync(work, cancellationToken), cancellationToken);
        }
        catch (StorageException fault)
        {
            Note(fault); // what the engine says in words itself
            throw;
        }
        catch (DbException exception) when (IsExplained(exception))
        {
            throw Engine.Explain(exception)!;
        }
        finally
        {
            DatabaseMeter.Read(start);
        }
    }

    /// <summary>
    /// Writes in one transaction: all of it stands when this returns, none of it when this throws. The work may be run more than once before
    /// it stands; it must do nothing outside the database but by <see cref="Session.AfterCommit"/>, and must not wait for another write.
    /// </summary>
    /// <exception cref="StorageException">The database cannot be used as it is.</exception>
    public async Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        using var span = Spans.Step("database write", ActivityKind.Client);
        var write = new Write<T>(work, cancellationToken);
        _writes.Add(write);
        try
        {
            var (result, session) = await write.Ending;
            Trouble.Wrote();
            session.Committed();
            return result;
        }
        catch (StorageException fault)
        {
            Note(fault); // what the engine says in words itself
            throw;
        }
        catch (DbException exception) when (IsExplained(exception))
        {
            throw Engine.Explain(exception)!;
        }
    }

    /// <summary>Writes in one transaction.</summary>
    public Task WriteAsync(Func<Session, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async session =>
            {
                await work(session);
                return 0;
            },
            cancellationToken);

    /// <summary>
    /// Makes the bytes of what was deleted vanish from the database's files; returns false when somebody was in the way. A file is written anew between
    /// two writes of this program, which wait in their queue instead of failing at a file that is busy.
    /// </summary>
    public Task<bool> ScrubAsync(CancellationToken cancellationToken) =>
        Engine.IsShared ? Engine.ScrubAsync(cancellationToken) : _writes.BetweenAsync(() => Engine.ScrubAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writes.DisposeAsync();
        await Engine.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private bool IsExplained(DbException exception)
    {
        if (Engine.Explain(exception) is { } fault)
        {
            Note(fault);
            return true;
        }

        DatabaseMeter.Failed();
        return false;
    }

    private void Note(StorageException fault)
    {
        DatabaseMeter.Failed();
        if (fault.Fault != StorageFault.Unusable)
            Trouble.Note(fault);
    }

    private async Task<T> ReadOnceAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        var connection = await Engine.OpenForReadingAsync(cancellationToken);
        var isSound = false;
        try
        {
            T result;
            await using (var transaction = await Engine.BeginReadAsync(connection, cancellationToken))
                result = await work(new Session(connection, transaction, cancellationToken));
            isSound = true;
            return result;
        }
        finally
        {
            await Engine.ReleaseAsync(connection, isSound);
        }
    }
}
