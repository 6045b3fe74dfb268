using System.Data;
using System.Diagnostics;
using CohortBot.Operations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CohortBot.Storage;

/// <summary>
/// The one database. Reads run side by side; writes go one after another through one gate, since SQLite has one writer and a
/// queue in memory is kinder than a busy file.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly int _busyTimeoutMilliseconds;

    /// <summary>Prepares the library, the folder and the connection string; nothing is opened yet.</summary>
    public Database(IOptions<StorageOptions> options)
    {
        SqliteLibrary.Use();
        TypeHandlers.Register();
        File = Path.GetFullPath(options.Value.File);
        CreateFolder();
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = File, ForeignKeys = true, Pooling = true }.ToString();
        _busyTimeoutMilliseconds = options.Value.BusyTimeoutSeconds * 1000;
    }

    /// <summary>The full path of the database file.</summary>
    public string File { get; }

    /// <summary>For the scheduler, which opens connections of its own.</summary>
    public string ConnectionString { get; }

    /// <summary>Reads in one consistent view.</summary>
    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        using var span = Spans.Step("database read", ActivityKind.Client);
        var start = Meters.Now();
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await using var transaction = connection.BeginTransaction(deferred: true);
            return await work(new Session(connection, transaction, cancellationToken));
        }
        finally
        {
            DatabaseMeter.Read(start);
        }
    }

    /// <summary>Writes in one transaction: all of it stands when this returns, none of it when this throws.</summary>
    public async Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        var (result, session) = await CommitAsync(work, cancellationToken);
        session.Committed();
        return result;
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

    /// <summary>Opens a connection with this database's settings.</summary>
    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = Create();
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection that takes this database's settings when it is opened.</summary>
    public SqliteConnection Create()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState != ConnectionState.Open)
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas();
            command.ExecuteNonQuery();
        };
        return connection;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void CreateFolder()
    {
        var folder = Path.GetDirectoryName(File)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The folder {folder} for the database cannot be made. Check who may write there, or name another file in Storage:File.", exception);
        }
    }

    private async Task<(T Result, Session Session)> CommitAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        using var span = Spans.Step("database write", ActivityKind.Client);
        var start = await EnterAsync(cancellationToken);
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await using var transaction = connection.BeginTransaction(deferred: false);
            var session = new Session(connection, transaction, cancellationToken);
            var result = await work(session);
            await transaction.CommitAsync(cancellationToken);
            return (result, session);
        }
        finally
        {
            _writer.Release();
            DatabaseMeter.Wrote(start);
        }
    }

    private async Task<long> EnterAsync(CancellationToken cancellationToken)
    {
        var (queued, start) = (DatabaseMeter.Queue(), 0L);
        try
        {
            await _writer.WaitAsync(cancellationToken);
        }
        finally
        {
            start = DatabaseMeter.Dequeue(queued);
        }

        return start;
    }

    // synchronous=FULL, so that what was acknowledged survives a power cut; secure_delete, because members can ask to be erased.
    // https://sqlite.org/pragma.html
    private string Pragmas() =>
        $"""
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA wal_autocheckpoint = 10000;
        PRAGMA busy_timeout = {(SqliteLibrary.IsSystem ? _busyTimeoutMilliseconds : 0)};
        """;
}
