using Npgsql;

namespace CohortBot.Storage.PostgreSql;

/// <summary>The connection string as it was given, with what the program needs where the string says nothing.</summary>
internal static class PostgreSqlSettings
{
    /// <summary>How many different statements a connection keeps prepared; the program has about 150.</summary>
    private const int PreparedStatements = 200;

    /// <summary>
    /// How many connections read, and how many write or serve the scheduler, at most. Several programs share the server's 100
    /// (<c>max_connections</c>); whoever wants another number says so by <c>Maximum Pool Size</c>.
    /// </summary>
    private const int Connections = 20;

    private const int NpgsqlDefaultPool = 100;

    /// <summary>For writing, and for the scheduler.</summary>
    /// <exception cref="StorageException">It is no connection string; the message does not repeat it, since it may hold a password.</exception>
    public static NpgsqlConnectionStringBuilder Read(StorageOptions options)
    {
        var settings = Parse(options.ConnectionString);
        if (string.IsNullOrEmpty(settings.Host) || string.IsNullOrEmpty(settings.Database))
            throw NotUnderstood();
        settings.ApplicationName ??= $"cohortbot {options.NodeName}";

        // Nothing of ours stays behind on a connection, so there is nothing to reset between two uses.
        settings.NoResetOnClose = true;
        if (settings.MaxAutoPrepare == 0)
            (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (PreparedStatements, 2);
        if (settings.MaxPoolSize == NpgsqlDefaultPool)
            settings.MaxPoolSize = Connections;
        if (settings.KeepAlive == 0)
            settings.KeepAlive = 15; // seconds: a server that vanished is noticed although nobody asks it anything
        return settings;
    }

    /// <summary>For reading: the server itself refuses a write there.</summary>
    public static NpgsqlConnectionStringBuilder ForReading(NpgsqlConnectionStringBuilder settings) => new(settings.ConnectionString)
    {
        Options = $"{settings.Options} -c default_transaction_read_only=on".Trim(),
    };

    private static NpgsqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException or OverflowException)
        {
            throw NotUnderstood();
        }
    }

    private static StorageException NotUnderstood() => new(
        "Storage:ConnectionString does not name a PostgreSQL database. Write it as Host=…;Database=…;Username=…;Password=…, or leave it out to use the file in Storage:File.");
}
