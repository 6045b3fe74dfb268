using System.Data.Common;
using CohortBot.Operations;
using CohortBot.Storage;

namespace CohortBot.Tests.Fakes;

/// <summary>The real engine, which refuses to work while a test says so; the errors are the driver's own.</summary>
internal sealed class FaultyEngine(IEngine inner) : IEngine
{
    /// <summary>What every write meets; null when all is well.</summary>
    public Exception? WriteFault { get; set; }

    /// <summary>What every read meets; null when all is well.</summary>
    public Exception? ReadFault { get; set; }

    /// <summary>What happens instead of writing the files anew; null for the real thing.</summary>
    public Func<Task<bool>>? Scrub { get; set; }

    /// <summary>How many writes have met a fault.</summary>
    public int Refused { get; private set; }

    public string Name => inner.Name;

    public string Place => inner.Place;

    public bool IsShared => inner.IsShared;

    public DbConnection Create() => inner.Create();

    public Task<DbConnection> OpenForReadingAsync(CancellationToken cancellationToken) =>
        ReadFault is { } fault ? throw fault : inner.OpenForReadingAsync(cancellationToken);

    public ValueTask ReleaseAsync(DbConnection connection, bool isSound) => inner.ReleaseAsync(connection, isSound);

    public Task<DbConnection> OpenForWritingAsync(CancellationToken cancellationToken) => inner.OpenForWritingAsync(cancellationToken);

    public Task<IReadOnlyList<Finding>> ExamineAsync(Session session) => inner.ExamineAsync(session);

    public ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) => inner.BeginReadAsync(connection, cancellationToken);

    public Task<OpenWrite> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (WriteFault is not { } fault)
            return inner.BeginWriteAsync(connection, cancellationToken);
        Refused++;
        throw fault;
    }

    public Task<bool> WasCommittedAsync(OpenWrite write, CancellationToken cancellationToken) => inner.WasCommittedAsync(write, cancellationToken);

    public string Translate(string migration) => inner.Translate(migration);

    public bool IsTransient(Exception exception) => inner.IsTransient(exception);

    public StorageException? Explain(Exception exception) => exception as StorageException ?? inner.Explain(exception);

    public Task<bool> ScrubAsync(CancellationToken cancellationToken) => Scrub?.Invoke() ?? inner.ScrubAsync(cancellationToken);

    public Task<string> DescribeAsync(Session session) => inner.DescribeAsync(session);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
