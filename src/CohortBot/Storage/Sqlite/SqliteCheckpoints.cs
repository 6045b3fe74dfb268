using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CohortBot.Storage.Sqlite;

/// <summary>
/// Moves what was written from SQLite's log into its file, beside the writer. SQLite itself does so inside a commit, which then takes as long as
/// thousands of pages take. https://sqlite.org/wal.html#avoiding_excessively_large_wal_files
/// </summary>
internal sealed class SqliteCheckpoints(Func<DbConnection> open) : IAsyncDisposable
{
    /// <summary>After how many pages of 4 KB: about 60 turns in labs. The writer steps in at <see cref="WriterAfter"/>, where this cannot keep up.</summary>
    private const int After = 1000;

    /// <summary>How long the log may grow, in pages, before the writer's own commit moves it.</summary>
    public const int WriterAfter = 10_000;

    private readonly SemaphoreSlim _one = new(1);
    private int _pages;
    private Task _work = Task.CompletedTask;

    /// <summary>The writer has committed so many pages; returns at once. For the one writer alone.</summary>
    public void Wrote(int pages)
    {
        _pages += pages;
        if (_pages < After || !_work.IsCompleted)
            return;
        _pages = 0;
        using (ExecutionContext.SuppressFlow())
            _work = Task.Run(MoveAsync);
    }

    /// <summary>Does what no checkpoint may stand in the way of.</summary>
    public async Task<T> WithoutAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Ends when nothing is being moved.</summary>
    public Task WhenIdleAsync() => _work;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _work;
        _one.Dispose();
    }

    private Task MoveAsync() => WithoutAsync(
        async () =>
        {
            try
            {
                await using var connection = open();
                await using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)"; // waits for nobody, and nobody for it
                await command.ExecuteNonQueryAsync(CancellationToken.None);
            }
            catch (Exception exception) when (exception is SqliteException or StorageException)
            {
                // A disk that is full or gone: the writer comes upon it, and says so. The log stays as it is.
            }

            return true;
        },
        CancellationToken.None);
}
