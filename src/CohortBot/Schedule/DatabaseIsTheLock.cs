using Quartz.Impl.AdoJobStore;

namespace CohortBot.Schedule;

/// <summary>
/// On SQLite a transaction that may write begins by locking the whole database (<c>BEGIN IMMEDIATE</c>), so there is nothing left to lock.
/// Quartz's own lock for SQLite lies in memory and is taken before the database's, while a transaction of ours that sets an alarm takes them
/// the other way round: the two waited for each other until a time-out, 30 s each time.
/// </summary>
internal sealed class DatabaseIsTheLock : ILockHandler
{
    /// <summary>The connection, with its transaction, comes first: it is the lock.</summary>
    public bool RequiresConnection => true;

    /// <inheritdoc/>
    public ValueTask<bool> AcquireLock(
        Guid requestorId, ConnectionAndTransactionHolder? conn, SchedulerLock lockKind, CancellationToken cancellationToken = default) => ValueTask.FromResult(true);

    /// <inheritdoc/>
    public ValueTask ReleaseLock(Guid requestorId, SchedulerLock lockKind, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
