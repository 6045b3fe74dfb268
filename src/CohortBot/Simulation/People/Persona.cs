using CohortBot.Chat.Local;

namespace CohortBot.Simulation.People;

/// <summary>A simulated member: who it is and what it will do, as chance drew it.</summary>
internal sealed record Persona
{
    /// <summary>The account.</summary>
    public required LocalPerson Account { get; init; }

    /// <summary>Its place among the members, from 0: nobody acts in the same millisecond as another.</summary>
    public required int Number { get; init; }

    /// <summary>What kind of a member it is.</summary>
    public required Temper Temper { get; init; }

    /// <summary>On which day of the simulation it joins; 0 is the course's first day.</summary>
    public required int JoinsOnDay { get; init; }

    /// <summary>On which day it leaves, if it does.</summary>
    public int? LeavesOnDay { get; init; }

    /// <summary>On which day it comes back, if it does.</summary>
    public int? ReturnsOnDay { get; init; }

    /// <summary>When it sits down, on the clocks of its own zone.</summary>
    public required TimeOnly SitsDownAt { get; init; }
}
