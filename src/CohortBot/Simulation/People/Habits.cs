namespace CohortBot.Simulation.People;

/// <summary>What a temper comes to in figures.</summary>
/// <param name="WorksPercent">On how many days in a hundred the member opens a lab.</param>
/// <param name="LeastAtOnce">Exchanges on such a day, at least.</param>
/// <param name="MostAtOnce">Exchanges on such a day, at most.</param>
/// <param name="MostBeyond">Exchanges after the lab's minimum, at most.</param>
internal sealed record Habits(int WorksPercent, int LeastAtOnce, int MostAtOnce, int MostBeyond)
{
    /// <summary>The habits of a temper.</summary>
    public static Habits Of(Temper temper) => temper switch
    {
        Temper.Keen => new(90, 2, 4, 2),
        Temper.Terse => new(50, 1, 3, 0),
        Temper.Corrector => new(60, 1, 3, 1),
        Temper.Steerer => new(50, 1, 3, 1),
        Temper.Abroad => new(65, 1, 3, 1),
        Temper.Slow => new(18, 1, 1, 0),
        Temper.Silent => new(0, 0, 0, 0),
        Temper.Late => new(75, 2, 4, 0),
        Temper.Returner => new(60, 1, 3, 0),
        Temper.Leaver => new(55, 1, 2, 0),
        _ => new(45, 1, 3, 1),
    };
}
