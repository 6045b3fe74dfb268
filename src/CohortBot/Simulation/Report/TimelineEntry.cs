using CohortBot.Cohorts.Calendar;

namespace CohortBot.Simulation.Report;

/// <summary>A line of the timeline.</summary>
/// <param name="At">When, on the clocks of the cohort's zone.</param>
/// <param name="Kind">What: its text is <c>simulation.line_KIND</c>.</param>
internal sealed record TimelineEntry(DateTimeOffset At, string Kind)
{
    /// <summary>Whether it sums up a day, so that its hour says nothing.</summary>
    public bool IsWholeDay { get; init; }

    /// <summary>Whom or what it is about.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The lesson's number, for a lesson.</summary>
    public int Number { get; init; }

    /// <summary>How much, whatever its text says: people, minutes, days, calls.</summary>
    public int Amount { get; init; }

    /// <summary>A second figure: labs that were completed beside those that were started.</summary>
    public int More { get; init; }

    /// <summary>Why a lesson does not stand where the plan alone would put it.</summary>
    public IReadOnlyList<SlotMove> Moves { get; init; } = [];
}
