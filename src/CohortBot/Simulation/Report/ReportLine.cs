namespace CohortBot.Simulation.Report;

/// <summary>A line of the printed report.</summary>
/// <param name="Text">Its words, no wider than asked for.</param>
/// <param name="Tone">What it is, for those who see colours; the words say it too.</param>
internal readonly record struct ReportLine(string Text, Tone Tone = Tone.Plain);

/// <summary>What a line is.</summary>
internal enum Tone
{
    /// <summary>Nothing in particular.</summary>
    Plain,

    /// <summary>A title.</summary>
    Title,

    /// <summary>A lesson.</summary>
    Lesson,

    /// <summary>Something that a facilitator did.</summary>
    Facilitator,

    /// <summary>Something went wrong on purpose.</summary>
    Chaos,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Not as it should be.</summary>
    Bad,

    /// <summary>Small print.</summary>
    Quiet,
}
