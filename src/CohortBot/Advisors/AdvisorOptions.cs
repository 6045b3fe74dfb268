using System.ComponentModel.DataAnnotations;

namespace CohortBot.Advisors;

/// <summary>How the advisor answers.</summary>
public sealed class AdvisorOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Advisor";

    /// <summary>
    /// The pause between two words of the offline advisor, in milliseconds, so that an answer arrives at a pace that a person can follow.
    /// Default 15, from 0 (all at once) to 500.
    /// </summary>
    [Range(0, 500)]
    public int OfflinePieceMilliseconds { get; set; } = 15;

    /// <summary>How long a model may be silent before its answer counts as timed out, in seconds. Default 60, from 5 to 600.</summary>
    [Range(5, 600)]
    public int SilenceSeconds { get; set; } = 60;

    /// <summary>How many passages of the course a model is given to quote from. Default 6, from 0 to 20.</summary>
    [Range(0, 20)]
    public int Passages { get; set; } = 6;
}
