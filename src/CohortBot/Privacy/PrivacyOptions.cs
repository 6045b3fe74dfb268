using System.ComponentModel.DataAnnotations;

namespace CohortBot.Privacy;

/// <summary>How what members ask to have erased stays erased.</summary>
public sealed class PrivacyOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Privacy";

    /// <summary>
    /// The file that notes who was erased, outside the database, so that a backup from before loses them again. It holds opaque keys and times
    /// only. A relative path is taken from the folder that the program was started in. Default null: beside the database file of
    /// <c>Storage:File</c>, with <c>.erased</c> after its name; with PostgreSQL too.
    /// </summary>
    [MinLength(1)]
    public string? Journal { get; set; }
}
