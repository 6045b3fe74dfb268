using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Simulation;

/// <summary>What is to be simulated. The same request gives the same report, letter by letter.</summary>
internal sealed record SimulationRequest
{
    /// <summary>How many people join, at least 1.</summary>
    public required int Members { get; init; }

    /// <summary>How many weeks pass after the first day, at least 1.</summary>
    public required int Weeks { get; init; }

    /// <summary>What chance follows from.</summary>
    public required long Seed { get; init; }

    /// <summary>The course.</summary>
    public required CourseId Course { get; init; }

    /// <summary>Whose limits the messages keep: <c>local</c>, <c>discord</c> or <c>slack</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>The cohort's first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The cohort's IANA zone.</summary>
    public required string Zone { get; init; }

    /// <summary>When lessons are posted, as it is typed.</summary>
    public required string Plan { get; init; }

    /// <summary>The country whose holidays are left out, or null.</summary>
    public string? Holidays { get; init; }

    /// <summary>The language of the facilitator and of the report.</summary>
    public Locale Language { get; init; } = Locale.English;

    /// <summary>Whether the platform fails now and then and the program is stopped in the middle of things.</summary>
    public bool HasChaos { get; init; }

    /// <summary>The folders of the courses.</summary>
    public required CourseFolders Folders { get; init; }

    /// <summary>The end: the first hour after the last week, in the cohort's zone.</summary>
    public DateOnly Until => From.AddDays(7 * Weeks);
}
