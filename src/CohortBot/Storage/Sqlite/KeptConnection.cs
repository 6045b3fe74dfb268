using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CohortBot.Storage.Sqlite;

/// <summary>
/// A connection that stays open and keeps its statements prepared: SQLite takes longer to read most of our statements than to run them. For one
/// user at a time.
/// </summary>
internal sealed class KeptConnection(SqliteConnection inner) : DbConnection
{
    // Our texts are constants, a few hundred of them; more means that somebody writes values into them.
    private const int MostKept = 500;

    private readonly Dictionary<string, SqliteCommand> _free = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => inner.ConnectionString = value;
    }

    /// <inheritdoc/>
    public override string Database => inner.Database;

    /// <inheritdoc/>
    public override string DataSource => inner.DataSource;

    /// <inheritdoc/>
    public override string ServerVersion => inner.ServerVersion;

    /// <inheritdoc/>
    public override ConnectionState State => inner.State;

    /// <summary>Begins a transaction.</summary>
    /// <param name="isDeferred">Whether it takes the writer's lock only with its first write.</param>
    public SqliteTransaction Begin(bool isDeferred) => inner.BeginTransaction(isDeferred);

    /// <inheritdoc/>
    public override void Open() => inner.Open();

    /// <inheritdoc/>
    public override void Close() => inner.Close();

    /// <inheritdoc/>
    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    /// <summary>
    /// How many pages this connection has written since this was asked last. https://sqlite.org/c3ref/c_dbstatus_options.html#sqlitedbstatuscachewrite
    /// </summary>
    public int TakePagesWritten()
    {
        _ = raw.sqlite3_db_status(inner.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1);
        return pages;
    }

    /// <summary>A command for a text; one that was used before is prepared already.</summary>
    public SqliteCommand Take(string text)
    {
        if (_free.Remove(text, out var known))
            return known;
        var command = inner.CreateCommand();
        command.CommandText = text;
        return command;
    }

    /// <summary>Takes a command back.</summary>
    public void Return(string text, SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (_free.Count >= MostKept || !_free.TryAdd(text, command))
            command.Dispose();
    }

    /// <inheritdoc/>
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => inner.BeginTransaction(isolationLevel);

    /// <inheritdoc/>
    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in _free.Values)
                command.Dispose();
            _free.Clear();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
