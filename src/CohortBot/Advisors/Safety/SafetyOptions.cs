using System.ComponentModel.DataAnnotations;

namespace CohortBot.Advisors.Safety;

/// <summary>What the program does when a message is about more than the lab.</summary>
public sealed class SafetyOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Safety";

    /// <summary>
    /// The help lines that a person in a crisis is shown. Default none: the program invents no number, and says that the operator has named none.
    /// <c>doctor</c> asks for them.
    /// </summary>
    public IReadOnlyList<HelpLine> HelpLines { get; set; } = [];

    /// <summary>After how many days a help line wants to be checked again; <c>doctor</c> reminds. Default 180, from 30 to 730.</summary>
    [Range(30, 730)]
    public int HelpLineDays { get; set; } = 180;

    /// <summary>At how many refused messages within a week the facilitators hear of a member's tone, and again each time as many. Default 3, from 1 to 50.</summary>
    [Range(1, 50)]
    public int TellAfterAbuse { get; set; } = 3;
}
