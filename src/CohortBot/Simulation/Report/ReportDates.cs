using CohortBot.Texts;

namespace CohortBot.Simulation.Report;

/// <summary>Days and months in the words of the catalogue: those of the system's own lists change from one release to the next ("Sep", "Sept").</summary>
internal sealed class ReportDates(Wording wording)
{
    private readonly string[] _days = wording.Say("simulation.days").Split(' ');
    private readonly string[] _months = wording.Say("simulation.months").Split(' ');

    /// <summary>"Mon  1 Mar"; the day of the month always takes two columns.</summary>
    public string Day(DateTimeOffset at) => $"{_days[((int)at.DayOfWeek + 6) % 7]} {wording.Say("simulation.date", ("day", $"{at.Day,2}"), ("month", _months[at.Month - 1]))}";

    /// <summary>"1 Mar" inside a sentence.</summary>
    public string InWords(DateOnly day) => wording.Say("simulation.date", ("day", $"{day.Day}"), ("month", _months[day.Month - 1]));
}
