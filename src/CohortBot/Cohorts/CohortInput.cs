using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Holidays;
using CohortBot.Commands;
using CohortBot.Courses;

namespace CohortBot.Cohorts;

/// <summary>Reads what people type for a cohort's settings. Each returns null when nothing was given, and refuses in words what cannot be meant.</summary>
internal static class CohortInput
{
    /// <summary>The longest grace period: a week, in minutes.</summary>
    public const int MostGraceMinutes = 10080;

    /// <summary>The word that takes a setting away.</summary>
    public const string None = "none";

    /// <summary>How many years ahead a start can lie; more is a slip of the keyboard.</summary>
    private const int MostYearsAhead = 2;

    /// <summary>The course.</summary>
    public static Course ReadCourse(string typed, CourseShelf shelf)
    {
        var id = typed.Trim();
        if (shelf.Courses.FirstOrDefault(course => Is(course.Id.Value, id) || Is(course.Title, id)) is { } found)
            return found;
        var near = CommandCatalogue.Nearest(id.ToLowerInvariant(), shelf.Courses.Select(course => course.Id.Value));
        throw new CommandException(
            near is null ? "cohorts.course_unknown" : "cohorts.course_unknown_near",
            ("course", typed), ("near", near), ("courses", string.Join(", ", shelf.Courses.Select(course => course.Id))));
    }

    /// <summary>The plan.</summary>
    public static PostingPlan? FindPlan(CommandContext context) => context.Find("plan") is { } typed ? PostingPlan.Read(typed) : null;

    /// <summary>The zone.</summary>
    public static string? FindZone(CommandContext context) => context.Find("zone") is { } typed ? ZoneNames.Read(typed) : null;

    /// <summary>The first day: today or later, and not years ahead.</summary>
    public static DateOnly? FindStart(CommandContext context, DateOnly today)
    {
        if (context.Find("start") is not { } typed)
            return null;
        var start = ReadDate("start", typed);
        if (start < today)
            throw new CommandException("cohorts.start_past", ("date", start), ("today", today));
        return start <= today.AddYears(MostYearsAhead) ? start : throw new CommandException("cohorts.start_far", ("date", start), ("years", MostYearsAhead));
    }

    /// <summary>The grace period in minutes.</summary>
    public static int? FindGrace(CommandContext context) => context.FindNumber("grace") switch
    {
        null => null,
        >= 0 and <= MostGraceMinutes and { } minutes => minutes,
        { } minutes => throw new CommandException("cohorts.grace_range", ("minutes", minutes), ("most", MostGraceMinutes)),
    };

    /// <summary>What opens a lesson.</summary>
    public static LessonGate? FindGate(CommandContext context) => FindEnum<LessonGate>(context, "gate");

    /// <summary>Own or shared threads.</summary>
    public static LabThreadMode? FindThreads(CommandContext context) => FindEnum<LabThreadMode>(context, "threads");

    /// <summary>The country of the holidays, <see cref="None"/> for none of them.</summary>
    public static string? FindCountry(CommandContext context)
    {
        if (context.Find("holidays") is not { } typed)
            return null;
        if (Is(typed, None))
            return None;
        return HolidayCalendar.Countries.FirstOrDefault(country => Is(country, typed) || Is(context.Wording.Say($"holidays.country_{country}"), typed))
            ?? throw new CommandException("cohorts.country_unknown", ("country", typed), ("countries", string.Join(", ", HolidayCalendar.Countries)));
    }

    /// <summary>A date, for an option.</summary>
    public static DateOnly ReadDate(string option, string typed) =>
        PlanReader.TryReadDate(typed, out var date) ? date : throw new CommandException("cohorts.date_wrong", ("option", option), ("date", typed));

    private static bool Is(string known, string typed) => string.Equals(known, typed.Trim(), StringComparison.OrdinalIgnoreCase);

    // The router has checked that the value is one of the option's choices.
    private static T? FindEnum<T>(CommandContext context, string option)
        where T : struct, Enum => context.Find(option) is { } typed ? Enum.Parse<T>(typed, ignoreCase: true) : null;
}
