using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Holidays;
using CohortBot.Commands;
using CohortBot.Courses;

namespace CohortBot.Cohorts;

/// <summary>Options that several commands share, and what they could be.</summary>
internal static class CohortOptions
{
    private static readonly string[] Plans = ["mon,thu 09:00", "mon-fri 09:00", "tue 18:00", "every 3 days 09:00"];

    /// <summary>The mark of what was shown; only buttons give it.</summary>
    public static CommandOption Confirm { get; } = new("confirm") { IsHidden = true };

    /// <summary>Values for <c>course</c>, <c>plan</c>, <c>zone</c> and <c>holidays</c>; none for another option.</summary>
    public static IReadOnlyList<Choice> Suggest(CommandContext context, string option, CourseShelf shelf) => option switch
    {
        "course" => [.. shelf.Courses.Select(course => new Choice(course.Id.Value, course.Title))],
        "plan" => [.. Plans.Select(plan => new Choice(plan, plan))],
        "zone" => [.. ZoneNames.All.Select(zone => new Choice(zone, zone))],
        "holidays" =>
        [
            .. HolidayCalendar.Countries.Select(country => new Choice(country, context.Wording.Say($"holidays.country_{country}"))),
            new Choice(CohortInput.None, context.Wording.Say("cohorts.none")),
        ],
        _ => [],
    };
}
