using System.Data.Common;

namespace CohortBot.Storage;

/// <summary>Writes on one connection that stays open: several writes in one transaction, each undone by itself when it fails.</summary>
internal sealed class Writer(IEngine engine, Retries retries) : IAsyncDisposable
{
    private const string Mark = "SAVEPOINT one_write";
    private const string MarkNext = "RELEASE SAVEPOINT one_write; SAVEPOINT one_write";
    private const string Undo = "ROLLBACK TO SAVEPOINT one_write";

    private DbConnection? _connection;

    /// <summary>Runs the writes one after another and commits. Each knows afterwards whether it failed.</summary>
    /// <exception cref="Exception">It did not come to the commit, or the commit failed: nothing of any of them stands.</exception>
    public async Task CommitAsync(IReadOnlyList<Write> writes)
    {
        try
        {
            _connection ??= await engine.OpenForWritingAsync(CancellationToken.None);
            var open = await engine.BeginWriteAsync(_connection, CancellationToken.None);
            if (writes.Count == 1 ? await TryRunAsync(writes[0], open) : await RunEachAsync(writes, open))
                await CommitAsync(open);
            await EndAsync(open);
        }
        catch
        {
            await GiveUpAsync();
            throw;
        }
    }

    // What was not committed is rolled back; what the writes failed for is known to themselves.
    private async Task EndAsync(OpenWrite open)
    {
        try
        {
            await open.Transaction.DisposeAsync();
        }
        catch (DbException)
        {
            await GiveUpAsync();
        }
    }

    // What state the connection is in is not worth finding out. On a full disk SQLite has rolled back by itself, and the driver, which does it once
    // more on closing, fails with that: what went wrong first is what is to be told. https://sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction
    private async Task GiveUpAsync()
    {
        try
        {
            await DisposeAsync();
        }
        catch (DbException)
        {
            // told already
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connection is not { } connection)
            return;
        _connection = null;
        await connection.DisposeAsync();
    }

    // Returns true: what failed was undone, and the rest is to be committed.
    private async Task<bool> RunEachAsync(IReadOnlyList<Write> writes, OpenWrite open)
    {
        await ExecuteAsync(open, Mark);
        foreach (var write in writes)
        {
            var isDone = await TryRunAsync(write, open);
            if (write != writes[^1] || !isDone)
                await ExecuteAsync(open, isDone ? MarkNext : Undo);
        }

        return true;
    }

    // A fault that may pass is not the write's own: it ends the whole transaction, which is tried again.
    private async Task<bool> TryRunAsync(Write write, OpenWrite open)
    {
        var isDone = await write.TryRunAsync(open);
        return !isDone && engine.IsTransient(write.Fault!) ? throw write.Fault! : isDone;
    }

    private async Task CommitAsync(OpenWrite open)
    {
        try
        {
            await engine.CommitAsync(open, CancellationToken.None);
        }
        catch (Exception exception) when (open.Number is not null && engine.IsTransient(exception))
        {
            // Asked until there is an answer or all patience is used up: to write again without one could be to write twice.
            if (!await retries.RunAsync(() => engine.WasCommittedAsync(open, CancellationToken.None), CancellationToken.None))
                throw;
            await DisposeAsync();
        }
    }

    private static async Task ExecuteAsync(OpenWrite open, string sql)
    {
        await using var command = open.Connection.CreateCommand();
        command.Transaction = open.Transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
