using System.Data.Common;
using CohortBot.Operations;
using CohortBot.Storage;

namespace CohortBot.Tests.Storage;

/// <summary>PostgreSQL whose first commit arrives, while its answer does not.</summary>
internal sealed class CutOffEngine(IEngine inner) : IEngine
{
    private bool _wasCut;

    /// <summary>How often somebody asked what became of a commit.</summary>
    public int Questions { get; private set; }

    public string Name => inner.Name;

    public string Place => inner.Place;

    public bool IsShared => inner.IsShared;

    public DbConnection Create() => inner.Create();

    public Task<DbConnection> OpenForReadingAsync(CancellationToken cancellationToken) => inner.OpenForReadingAsync(cancellationToken);

    public ValueTask ReleaseAsync(DbConnection connection, bool isSound) => inner.ReleaseAsync(connection, isSound);

    public Task<DbConnection> OpenForWritingAsync(CancellationToken cancellationToken) => inner.OpenForWritingAsync(cancellationToken);

    public Task<bool> ScrubAsync(CancellationToken cancellationToken) => inner.ScrubAsync(cancellationToken);

    public ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) => inner.BeginReadAsync(connection, cancellationToken);

    public Task<OpenWrite> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) => inner.BeginWriteAsync(connection, cancellationToken);

    public async Task CommitAsync(OpenWrite write, CancellationToken cancellationToken)
    {
        await inner.CommitAsync(write, cancellationToken);
        if (_wasCut)
            return;
        _wasCut = true;
        throw new TimeoutException("The answer was lost.");
    }

    public Task<bool> WasCommittedAsync(OpenWrite write, CancellationToken cancellationToken)
    {
        if (++Questions == 1)
            throw new TimeoutException("The server is not back yet.");
        return inner.WasCommittedAsync(write, cancellationToken);
    }

    public string Translate(string migration) => inner.Translate(migration);

    public bool IsTransient(Exception exception) => exception is TimeoutException || inner.IsTransient(exception);

    public StorageException? Explain(Exception exception) => inner.Explain(exception);

    public Task<string> DescribeAsync(Session session) => inner.DescribeAsync(session);

    public Task<IReadOnlyList<Finding>> ExamineAsync(Session session) => inner.ExamineAsync(session);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
