using System.Data;
using System.Data.Common;
using CohortBot.Operations;
using Microsoft.Data.Sqlite;

namespace CohortBot.Storage.Sqlite;

/// <summary>A file, for one program. It has one writer by nature; a read never waits for it.</summary>
internal sealed class SqliteEngine : IEngine
{
    private readonly string _making;
    private readonly string _opening;
    private readonly string _settings;

    private readonly IdleConnections _reading;
    private readonly SqliteCheckpoints _checkpoints;

    // A file that was there and is gone must not be made anew, empty: that would look like a first start.
    private volatile bool _wasThere;

    /// <summary>Prepares the library and the folder.</summary>
    /// <exception cref="StorageException">The folder cannot be made.</exception>
    public SqliteEngine(StorageOptions options)
    {
        SqliteLibrary.Use();
        Place = Path.GetFullPath(options.File);
        CreateFolder();
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = Place,
            ForeignKeys = true,
            Pooling = false, // see IdleConnections
            DefaultTimeout = options.BusyTimeoutSeconds, // the driver's own patience with a busy file, else 30 s
        };
        _making = connection.ToString();
        connection.Mode = SqliteOpenMode.ReadWrite;
        _opening = connection.ToString();
        _wasThere = File.Exists(Place);
        _settings = Settings(options.BusyTimeoutSeconds * 1000);
        _reading = new IdleConnections(Open);
        _checkpoints = new SqliteCheckpoints(Open);
    }

    /// <inheritdoc/>
    public string Name => "SQLite";

    /// <inheritdoc/>
    public string Place { get; }

    /// <inheritdoc/>
    public bool IsShared => false;

    /// <inheritdoc/>
    public DbConnection Create()
    {
        var connection = new SqliteConnection(_wasThere ? _opening : _making);
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState != ConnectionState.Open)
                return;
            _wasThere = true;
            SetUp(connection);
        };
        return connection;
    }

    /// <inheritdoc/>
    public Task<DbConnection> OpenForReadingAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<DbConnection>(_reading.Take());
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(DbConnection connection, bool isSound)
    {
        if (!isSound)
            return connection.DisposeAsync();
        _reading.Return((KeptConnection)connection);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<DbConnection> OpenForWritingAsync(CancellationToken cancellationToken) => Task.FromResult<DbConnection>(Open());

    /// <inheritdoc/>
    public ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        RequireFile();
        return ValueTask.FromResult<DbTransaction>(((KeptConnection)connection).Begin(isDeferred: true));
    }

    /// <inheritdoc/>
    public Task<OpenWrite> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        RequireFile();
        return Task.FromResult(new OpenWrite(connection, ((KeptConnection)connection).Begin(isDeferred: false)));
    }

    /// <inheritdoc/>
    public async Task CommitAsync(OpenWrite write, CancellationToken cancellationToken)
    {
        await write.Transaction.CommitAsync(cancellationToken);
        _checkpoints.Wrote(((KeptConnection)write.Connection).TakePagesWritten());
    }

    /// <summary>Ends when nothing is being moved from the log into the file.</summary>
    internal Task WhenCheckpointedAsync() => _checkpoints.WhenIdleAsync();

    /// <inheritdoc/>
    public Task<bool> WasCommittedAsync(OpenWrite write, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <inheritdoc/>
    public string Translate(string migration) =>
        migration.Replace("{{number}}", "INTEGER PRIMARY KEY AUTOINCREMENT", StringComparison.Ordinal).Replace("{{bytes}}", "BLOB", StringComparison.Ordinal);

    /// <inheritdoc/>
    public bool IsTransient(Exception exception) => false;

    /// <inheritdoc/>
    public StorageException? Explain(Exception exception) => SqliteFaults.Explain(exception, Place);

    /// <summary>
    /// Writes the whole file anew and empties the log. secure_delete alone is not enough: it overwrites a row where it lies, but where a page was
    /// once split, a copy of the row can be left in the gap (seen in 3 of 12 random databases, SQLite 3.40.1).
    /// </summary>
    public Task<bool> ScrubAsync(CancellationToken cancellationToken) => _checkpoints.WithoutAsync(() => ScrubOnceAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<string> DescribeAsync(Session session)
    {
        var version = await session.ScalarAsync<string>("SELECT sqlite_version()");
        var origin = SqliteLibrary.IsSystem ? "the system's library" : "the bundled library; install your system's SQLite to get security fixes";
        return $"SQLite {version} ({origin}), {Place}, {new FileInfo(Place).Length / 1024} KB";
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> ExamineAsync(Session session) => SqliteExamination.RunAsync(session);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _checkpoints.DisposeAsync();
        _reading.Dispose();
    }

    private async Task<bool> ScrubOnceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenForReadingAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM";
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)"; // its first column: whether somebody was in the way. https://sqlite.org/pragma.html#pragma_wal_checkpoint
        return await command.ExecuteScalarAsync(cancellationToken) is 0L;
    }

    // synchronous=FULL, so that what was acknowledged survives a power cut; secure_delete, because members can ask to be erased.
    // https://sqlite.org/pragma.html
    private static string Settings(int busyTimeoutMilliseconds) =>
        $"""
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA wal_autocheckpoint = {SqliteCheckpoints.WriterAfter};
        PRAGMA busy_timeout = {(SqliteLibrary.IsSystem ? busyTimeoutMilliseconds : 0)};
        """;

    // An open file that was deleted goes on taking writes, which nobody would ever see again.
    private void RequireFile()
    {
        if (File.Exists(Place))
            return;
        _reading.Clear();
        throw new StorageException($"The database file {Place} is gone, or its folder is. Put it back, or stop CohortBot and restore a backup (cohortbot restore).")
        {
            Fault = StorageFault.Refused,
        };
    }

    private void CreateFolder()
    {
        var folder = Path.GetDirectoryName(Place)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The folder {folder} for the database cannot be made. Check who may write there, or name another file in Storage:File.", exception);
        }
    }

    private KeptConnection Open()
    {
        var connection = (SqliteConnection)Create();
        try
        {
            connection.Open();
            return new KeptConnection(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void SetUp(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _settings;
        command.ExecuteNonQuery();
    }
}
