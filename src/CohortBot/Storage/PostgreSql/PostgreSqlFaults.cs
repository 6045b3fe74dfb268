using System.Net.Sockets;
using Npgsql;

namespace CohortBot.Storage.PostgreSql;

/// <summary>What PostgreSQL's errors mean to whoever runs the program. https://www.postgresql.org/docs/current/errcodes-appendix.html</summary>
internal static class PostgreSqlFaults
{
    // The server stops, starts, or hands over to another one (which until then takes no writes), or has no room for one more connection.
    private static readonly string[] Away =
    [
        PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow, PostgresErrorCodes.TooManyConnections,
        PostgresErrorCodes.ReadOnlySqlTransaction,
    ];

    /// <summary>Whether trying again on another connection may help.</summary>
    public static bool IsTransient(Exception exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected || IsAway(postgres),
        NpgsqlException npgsql => IsBroken(npgsql),
        _ => false,
    };

    /// <summary>The explanation, or null for a fault of ours (a constraint, bad SQL).</summary>
    public static StorageException? Explain(Exception exception, string place)
    {
        (StorageFault Fault, string Message)? found = exception switch
        {
            PostgresException { SqlState: "53100" } => (StorageFault.Full, $"The PostgreSQL database {place} has no space left; nothing of the last change was kept. Free some space on the server."),
            PostgresException { SqlState: "55P03" } => (StorageFault.Locked, $"Another program holds the PostgreSQL database {place} for too long."),
            PostgresException { SqlState: "XX001" or "XX002" } => (StorageFault.Corrupt, $"The PostgreSQL database {place} is damaged. Restore a backup of it."),
            PostgresException { SqlState: "28P01" or "28000" } => (StorageFault.Refused, $"The PostgreSQL server does not let this user into {place}. Check user name and password in Storage:ConnectionString."),
            PostgresException { SqlState: "3D000" } => (StorageFault.Refused, $"The PostgreSQL server has no database {place}. Create it, or name another in Storage:ConnectionString."),
            PostgresException { SqlState: "42501" } => (StorageFault.Refused, $"This user may not do what CohortBot needs in the PostgreSQL database {place}. Make it the database's owner."),
            PostgresException postgres when IsAway(postgres) => (StorageFault.Unreachable, $"The PostgreSQL server of {place} takes no work at the moment: {postgres.MessageText}."),
            PostgresException { SqlState: "40001" or "40P01" } => (StorageFault.Locked, $"The PostgreSQL database {place} is too busy: other programs were in the way again and again."),
            NpgsqlException npgsql when IsBroken(npgsql) => (StorageFault.Unreachable, $"The PostgreSQL server of {place} does not answer. Check that it runs, and host and port in Storage:ConnectionString."),
            _ => null,
        };
        return found is var (fault, message) ? new StorageException(message, exception) { Fault = fault } : null;
    }

    private static bool IsAway(PostgresException exception) => Array.IndexOf(Away, exception.SqlState) >= 0 || exception.SqlState.StartsWith("08", StringComparison.Ordinal);

    private static bool IsBroken(NpgsqlException exception) => exception.InnerException is IOException or SocketException or TimeoutException;
}
