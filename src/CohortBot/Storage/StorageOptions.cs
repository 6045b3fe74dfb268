using System.ComponentModel.DataAnnotations;

namespace CohortBot.Storage;

/// <summary>Where the program keeps what it knows: in a SQLite file, or on a PostgreSQL server where a connection string is given.</summary>
public sealed class StorageOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Storage";

    /// <summary>The SQLite file; a relative path is taken from the folder that the program was started in. Default <c>data/cohortbot.db</c>.</summary>
    [Required]
    public string File { get; set; } = "data/cohortbot.db";

    /// <summary>
    /// The PostgreSQL database, 13 or later: <c>Host=db.example;Database=cohortbot;Username=cohortbot;Password=…</c>. With a password it is a
    /// secret: from the environment (<c>COHORTBOT_Storage__ConnectionString</c>) or user-secrets only; a settings file with it is refused. Without one
    /// it may stand in the file. Default none: the SQLite file is used.
    /// https://www.npgsql.org/doc/connection-string-parameters.html
    /// </summary>
    [DataType(PasswordInside.Connection)]
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// What this program is called among those that share a PostgreSQL database; the same after a restart, and never the same for two.
    /// At most 100 characters. Default none: the machine's name.
    /// </summary>
    [StringLength(100)]
    public string Node { get; set; } = "";

    /// <summary>
    /// How long a write waits for another to finish, in seconds. On SQLite with the system's library only: the bundled one stalls with it.
    /// Default 5, from 1 to 60.
    /// </summary>
    [Range(1, 60)]
    public int BusyTimeoutSeconds { get; set; } = 5;

    /// <summary>Whether PostgreSQL is meant: a server, which several programs may share.</summary>
    internal bool IsPostgreSql => !string.IsNullOrWhiteSpace(ConnectionString);

    /// <summary>What this program is called.</summary>
    internal string NodeName => string.IsNullOrWhiteSpace(Node) ? Environment.MachineName : Node;
}
