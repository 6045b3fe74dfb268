namespace CohortBot.Advisors.Safety;

/// <summary>A help line as the operator looked it up.</summary>
public sealed class HelpLine
{
    /// <summary>Stands for every country.</summary>
    public const string Everywhere = "*";

    /// <summary>The country that it serves, by its two letters (ISO 3166-1), or <c>*</c> for a line that serves every country.</summary>
    public string Country { get; set; } = "";

    /// <summary>What it is called.</summary>
    public string Name { get; set; } = "";

    /// <summary>How it is reached: a number, or what to text where.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Its page.</summary>
    public string? Url { get; set; }

    /// <summary>The languages that it speaks, by their two letters (ISO 639-1); the lines that speak a member's language stand first.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];

    /// <summary>When it can be reached, as a person reads it.</summary>
    public string? Hours { get; set; }

    /// <summary>The day on which somebody last made sure that all of this is right. Shown to whoever gets the line.</summary>
    public DateOnly CheckedOn { get; set; }
}
