using System.Data.Common;
using CohortBot.Operations;

namespace CohortBot.Storage;

/// <summary>
/// What the two databases do differently: how they are opened, how a transaction begins, and what their errors mean. Everything else is one
/// SQL for both.
/// </summary>
internal interface IEngine : IAsyncDisposable
{
    /// <summary>Its name for people: <c>SQLite</c>.</summary>
    string Name { get; }

    /// <summary>Which database it is, for people; never with a password.</summary>
    string Place { get; }

    /// <summary>Whether several programs may work on it at the same time.</summary>
    bool IsShared { get; }

    /// <summary>A connection that takes this database's settings when it is opened; for the scheduler, which opens its own.</summary>
    DbConnection Create();

    /// <summary>An open connection for reading; give it back by <see cref="ReleaseAsync"/>.</summary>
    Task<DbConnection> OpenForReadingAsync(CancellationToken cancellationToken);

    /// <summary>Takes a connection for reading back.</summary>
    /// <param name="connection">The connection; nothing is under way on it.</param>
    /// <param name="isSound">Whether all went well on it; what state the others are in is not worth finding out.</param>
    ValueTask ReleaseAsync(DbConnection connection, bool isSound);

    /// <summary>An open connection for the program's one writer, which keeps it.</summary>
    Task<DbConnection> OpenForWritingAsync(CancellationToken cancellationToken);

    /// <summary>The transaction in which everything that is read is of one moment.</summary>
    ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>The transaction beside which nobody else writes: neither in this program nor in another.</summary>
    Task<OpenWrite> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Makes everything of it stand.</summary>
    Task CommitAsync(OpenWrite write, CancellationToken cancellationToken) => write.Transaction.CommitAsync(cancellationToken);

    /// <summary>Whether a transaction of ours was committed, when the connection broke before we were told.</summary>
    Task<bool> WasCommittedAsync(OpenWrite write, CancellationToken cancellationToken);

    /// <summary>A migration in this engine's words.</summary>
    string Translate(string migration);

    /// <summary>Whether trying again may help: the connection broke, or two transactions were in each other's way.</summary>
    bool IsTransient(Exception exception);

    /// <summary>What an error of the database means, in words; null for a fault of ours.</summary>
    StorageException? Explain(Exception exception);

    /// <summary>
    /// Makes the bytes of what was deleted vanish from the database's own files. Reading goes on meanwhile, writing waits. Returns false when
    /// somebody was in the way.
    /// </summary>
    Task<bool> ScrubAsync(CancellationToken cancellationToken);

    /// <summary>The engine, its version and its size, in one line.</summary>
    Task<string> DescribeAsync(Session session);

    /// <summary>What the doctor looks at; reads only.</summary>
    Task<IReadOnlyList<Finding>> ExamineAsync(Session session);
}

/// <summary>A transaction that writes.</summary>
/// <param name="Connection">The connection to write by.</param>
/// <param name="Transaction">The transaction.</param>
/// <param name="Number">What the server knows it by after the connection broke; null where a broken connection means that nothing was committed.</param>
internal sealed record OpenWrite(DbConnection Connection, DbTransaction Transaction, string? Number = null);
