using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CohortBot.Storage.Sqlite;

/// <summary>A command that borrows a prepared one for its text, and gives it back when it is disposed of.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    private SqliteCommand? _command;
    private string _text = "";

    /// <inheritdoc/>
    [AllowNull]
    public override string CommandText
    {
        get => _text;
        set
        {
            // A list of values is written out in the text after its values are there: they move with it.
            DbParameter[] values = _command is null ? [] : [.. _command.Parameters.Cast<DbParameter>()];
            GiveBack();
            _text = value ?? "";
            if (values.Length > 0)
                Command.Parameters.AddRange(values);
        }
    }

    /// <inheritdoc/>
    public override int CommandTimeout { get; set; } = 30;

    /// <inheritdoc/>
    public override CommandType CommandType { get; set; } = CommandType.Text;

    /// <inheritdoc/>
    public override bool DesignTimeVisible { get; set; }

    /// <inheritdoc/>
    public override UpdateRowSource UpdatedRowSource { get; set; }

    /// <inheritdoc/>
    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A kept command stays with its connection.");
    }

    /// <inheritdoc/>
    protected override DbParameterCollection DbParameterCollection => Command.Parameters;

    /// <inheritdoc/>
    protected override DbTransaction? DbTransaction { get; set; }

    // Borrowed with the first use: parameters belong to the text.
    private SqliteCommand Command => _command ??= connection.Take(_text);

    /// <inheritdoc/>
    public override void Cancel()
    {
        // SQLite's statements are run on the caller's own thread; there is nothing to interrupt.
    }

    /// <inheritdoc/>
    public override int ExecuteNonQuery() => Ready().ExecuteNonQuery();

    /// <inheritdoc/>
    public override object? ExecuteScalar() => Ready().ExecuteScalar();

    /// <inheritdoc/>
    public override void Prepare() => Ready().Prepare();

    /// <inheritdoc/>
    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    /// <inheritdoc/>
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Ready().ExecuteReader(behavior);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            GiveBack();
        base.Dispose(disposing);
    }

    private SqliteCommand Ready()
    {
        Command.Transaction = (SqliteTransaction?)DbTransaction;
        return Command;
    }

    private void GiveBack()
    {
        if (_command is { } command)
            connection.Return(_text, command);
        _command = null;
    }
}
