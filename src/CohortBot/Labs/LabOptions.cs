using System.ComponentModel.DataAnnotations;

namespace CohortBot.Labs;

/// <summary>How labs run.</summary>
public sealed class LabOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Labs";

    /// <summary>
    /// How long a member must be silent before the advisor starts, in seconds, so that several messages in a row become one exchange.
    /// Default 2, from 0 (at once) to 10.
    /// </summary>
    [Range(0.0, 10.0)]
    public double GatherSeconds { get; set; } = 2;

    /// <summary>After how long the advisor starts even if the member goes on writing, in seconds. Default 10, from 0 to 60.</summary>
    [Range(0.0, 60.0)]
    public double GatherAtMostSeconds { get; set; } = 10;

    /// <summary>How many answers are asked for at the same time; the others wait their turn. Default 32, from 1 to 500.</summary>
    [Range(1, 500)]
    public int AtOnce { get; set; } = 32;

    /// <summary>
    /// How much of a conversation the advisor is told word by word, in tokens (estimated as characters / 4); what is older is summed up.
    /// Default 6000, from 500 to 200,000.
    /// </summary>
    [Range(500, 200_000)]
    public int TranscriptTokens { get; set; } = 6000;

    /// <summary>The least silence before the advisor starts.</summary>
    internal TimeSpan Gather => TimeSpan.FromSeconds(GatherSeconds);

    /// <summary>The longest wait before the advisor starts.</summary>
    internal TimeSpan GatherAtMost => TimeSpan.FromSeconds(GatherAtMostSeconds);
}
