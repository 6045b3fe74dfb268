using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Simulation.Clock;
using CohortBot.Simulation.Platform;
using CohortBot.Simulation.Program;
using CohortBot.Storage;

namespace CohortBot.Simulation;

/// <summary>All that a simulation takes place in.</summary>
internal sealed record World
{
    /// <summary>The channel of the cohort.</summary>
    public const string Channel = "cohort";

    /// <summary>The facilitators' channel.</summary>
    public const string StaffChannel = "facilitators";

    /// <summary>What was asked for.</summary>
    public required SimulationRequest Request { get; init; }

    /// <summary>The time.</summary>
    public required SimulatedClock Clock { get; init; }

    /// <summary>What people have before them.</summary>
    public required Diary Diary { get; init; }

    /// <summary>The database, which stays when the program is stopped.</summary>
    public required Database Database { get; init; }

    /// <summary>The platform, which stays too.</summary>
    public required SimulatedPlatform Platform { get; init; }

    /// <summary>The program.</summary>
    public required SimulatedProgram Program { get; init; }

    /// <summary>The course.</summary>
    public required Course Course { get; init; }

    /// <summary>What is to be told afterwards and stands in no table.</summary>
    public Notes Notes { get; } = new();

    /// <summary>The calls of people that the program has not answered yet.</summary>
    public CallCount Calls { get; } = new();

    /// <summary>Where the lessons are posted.</summary>
    public Place Place { get; } = new(WorkspaceId.Local, Channel);

    /// <summary>An hour of a day of the simulation on the clocks of a zone; day 0 is the course's first.</summary>
    public DateTimeOffset At(int day, TimeOnly hour, string zone) =>
        Cohorts.Calendar.WallClock.Find(Request.From.AddDays(day).ToDateTime(hour), TimeZoneInfo.FindSystemTimeZoneById(zone));
}
