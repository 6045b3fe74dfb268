namespace CohortBot.Simulation.People;

/// <summary>What kind of a member somebody is.</summary>
internal enum Temper
{
    /// <summary>Starts on the first day, writes at length, goes on after the minimum, finishes and shares.</summary>
    Keen,

    /// <summary>Answers in three words, and in emoji when that seems enough.</summary>
    Terse,

    /// <summary>Changes and deletes what was written, before and after it was answered.</summary>
    Corrector,

    /// <summary>Tries to talk the advisor out of its role and into a better rating.</summary>
    Steerer,

    /// <summary>Lives in New York and reads German.</summary>
    Abroad,

    /// <summary>Needs days for what others do in an hour.</summary>
    Slow,

    /// <summary>Joins and is never heard of.</summary>
    Silent,

    /// <summary>Joins when the course is well under way.</summary>
    Late,

    /// <summary>Leaves, and comes back.</summary>
    Returner,

    /// <summary>Leaves for good.</summary>
    Leaver,

    /// <summary>Does what is asked, now and then a day late.</summary>
    Steady,
}
