using CohortBot.Texts;

namespace CohortBot.Cohorts.Holidays;

/// <summary>A day on which no lesson is posted.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">For a public holiday the key of its name (<c>@christmas_day</c>), for a day of the cohort's own what was typed.</param>
internal sealed record Holiday(DateOnly Date, string Name)
{
    private const char KeyMark = '@';

    /// <summary>A public holiday, whose name is a text.</summary>
    public static Holiday Public(DateOnly date, string key) => new(date, $"{KeyMark}{key}");

    /// <summary>The name in words.</summary>
    public string Say(Wording wording) => Name[0] == KeyMark ? wording.Say($"holidays.{Name[1..]}") : Name;
}
