namespace CohortBot.Web;

/// <summary>The local channel in the browser.</summary>
public sealed class LocalOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Local";

    /// <summary>
    /// Whether the local channel is served, with its movable clock. Default: while no platform is configured. Anybody who reaches the
    /// program from the same machine can act as anybody in it.
    /// </summary>
    public bool? Enabled { get; set; }

    /// <summary>Whether a first start, without any cohort, makes a demo with people in it. Default yes.</summary>
    public bool Demo { get; set; } = true;
}
