using System.ComponentModel.DataAnnotations;

namespace CohortBot.Storage;

/// <summary>Where the program keeps what it knows.</summary>
public sealed class StorageOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Storage";

    /// <summary>The SQLite file; a relative path is taken from the folder that the program was started in. Default <c>data/cohortbot.db</c>.</summary>
    [Required]
    public string File { get; set; } = "data/cohortbot.db";

    /// <summary>
    /// How long a write waits for another to finish, in seconds. Used with the system's SQLite only: the bundled one stalls with it.
    /// Default 5, from 1 to 60.
    /// </summary>
    [Range(1, 60)]
    public int BusyTimeoutSeconds { get; set; } = 5;
}
