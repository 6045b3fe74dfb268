using CohortBot.Chat.Local;
using CohortBot.Texts;

namespace CohortBot.Simulation.People;

/// <summary>Draws the members of a simulated cohort: of the first ones every temper has one, the others are mostly steady, slow and keen.</summary>
internal static class PersonaDraw
{
    private const string FarZone = "America/New_York";
    private const int Week = 7;

    private static readonly IReadOnlyList<Temper> Usual =
    [
        Temper.Steady, Temper.Steady, Temper.Steady, Temper.Keen, Temper.Keen, Temper.Slow, Temper.Slow, Temper.Terse, Temper.Silent, Temper.Corrector, Temper.Abroad, Temper.Late,
    ];

    private static readonly IReadOnlyList<string> Names =
    [
        "Amina", "Ben", "Chiara", "Jonas", "Aiko", "Bruno", "Carmen", "David", "Elif", "Farid", "Greta", "Hassan", "Ines", "Jakub", "Katja", "Lukas", "Maria", "Nils", "Olga",
        "Pavel", "Qing", "Rosa", "Samir", "Tomas", "Uma", "Viktor", "Wanda", "Xenia", "Yusuf", "Zoe", "Anton", "Beatriz", "Cem", "Dana", "Emil", "Fatou", "Goran", "Hanna",
        "Ivan", "Julia",
    ];

    /// <summary>The members.</summary>
    public static IReadOnlyList<Persona> Draw(SimulationRequest request)
    {
        var chance = Chance.Of(request.Seed, "people");
        var order = chance.Shuffle(Names);
        return [.. Enumerable.Range(0, request.Members).Select(number => Draw(request, number, Name(order, number), chance))];
    }

    private static Persona Draw(SimulationRequest request, int number, string name, Chance chance)
    {
        var tempers = Enum.GetValues<Temper>();
        var temper = number < tempers.Length ? tempers[number] : chance.Pick(Usual);
        var isAbroad = temper == Temper.Abroad;
        var leaves = temper is Temper.Leaver or Temper.Returner ? chance.Between(Week, Math.Max(Week + 1, request.Weeks * Week / 2)) : (int?)null;
        return new Persona
        {
            Account = new LocalPerson
            {
                Person = new PersonId(name.ToLowerInvariant().Replace(' ', '-')),
                Name = name,
                Locale = (isAbroad ? Locale.German : Locale.English).Value,
                Zone = isAbroad ? FarZone : request.Zone,
            },
            Number = number,
            Temper = temper,
            JoinsOnDay = temper == Temper.Late ? chance.Between(Week, Math.Max(Week + 2, (request.Weeks * Week / 2) - 1)) : chance.Between(-2, 0),
            LeavesOnDay = leaves,
            ReturnsOnDay = temper == Temper.Returner ? leaves + chance.Between(3, Week + 3) : null,
            SitsDownAt = new TimeOnly(chance.Between(7, 20), chance.Between(0, 59), chance.Between(0, 59)),
        };
    }

    // When the names are used up, they come again with a second letter: "Amina B".
    private static string Name(IReadOnlyList<string> order, int number)
    {
        var round = number / order.Count;
        return round == 0 ? order[number] : $"{order[number % order.Count]} {(char)('A' + round)}";
    }
}
