using Npgsql;

namespace CohortBot.Storage.PostgreSql;

/// <summary>
/// Finds out what became of a commit whose answer was lost: the server knows every transaction by its number.
/// https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SNAPSHOT
/// </summary>
internal sealed class PostgreSqlVerdict(NpgsqlDataSource server)
{
    // A server to which another one handed over without this transaction has not come to its number yet.
    private const string InTheFuture = PostgresErrorCodes.InvalidParameterValue;

    /// <summary>Whether the transaction was committed; waits for one that is still at it.</summary>
    public async Task<bool> WasCommittedAsync(string number, CancellationToken cancellationToken)
    {
        await using var connection = await server.OpenConnectionAsync(cancellationToken);
        try
        {
            // The transaction held the writers' lock to its end: whoever gets the lock knows that the end has come.
            await using var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock(@lock)", connection);
            wait.Parameters.AddWithValue("lock", PostgreSqlEngine.WritersLock);
            await wait.ExecuteNonQueryAsync(cancellationToken);
            await using var ask = new NpgsqlCommand("SELECT pg_xact_status(@number::xid8)", connection);
            ask.Parameters.AddWithValue("number", number);
            return await ask.ExecuteScalarAsync(cancellationToken) is "committed";
        }
        catch (PostgresException exception) when (exception.SqlState == InTheFuture)
        {
            return false;
        }
    }
}
