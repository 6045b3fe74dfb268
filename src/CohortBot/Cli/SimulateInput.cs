using System.CommandLine;
using System.Globalization;
using CohortBot.Chat.Rendering;
using CohortBot.Cohorts;
using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Holidays;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Courses.Reading;
using CohortBot.Simulation;
using CohortBot.Texts;

namespace CohortBot.Cli;

/// <summary>Reads what was typed after <c>cohortbot simulate</c>.</summary>
internal sealed class SimulateInput(SimulateOptions options, ParseResult parsed, CourseFolders folders)
{
    /// <summary>The narrowest report that can be read.</summary>
    public const int LeastWidth = 60;

    /// <summary>The widest.</summary>
    public const int MostWidth = 240;

    private const int MostMembers = 500; // what the made-up names are enough for
    private const int MostWeeks = 52;

    /// <summary>What is to be simulated.</summary>
    /// <exception cref="CommandException">Something cannot be meant; the text says what can.</exception>
    public SimulationRequest Read()
    {
        var zone = ZoneNames.Read(parsed.GetValue(options.Zone)!);
        if (parsed.GetValue(options.Width) is { } width)
            InRange("width", width, LeastWidth, MostWidth);
        return new SimulationRequest
        {
            Members = InRange("members", parsed.GetValue(options.Members), 1, MostMembers),
            Weeks = InRange("weeks", parsed.GetValue(options.Weeks), 1, MostWeeks),
            Seed = parsed.GetValue(options.Seed),
            Course = ReadCourse(),
            Platform = ReadPlatform(),
            From = ReadFrom(),
            Zone = zone,
            Plan = PostingPlan.Read(parsed.GetValue(options.Plan)!).Text,
            Holidays = ReadHolidays(),
            Language = ReadLanguage(),
            HasChaos = parsed.GetValue(options.Chaos),
            Folders = folders,
        };
    }

    private static int InRange(string option, int value, int least, int most) =>
        value >= least && value <= most
            ? value
            : throw new CommandException("simulation.out_of_range", ("option", option), ("value", value), ("least", least), ("most", most));

    private CourseId ReadCourse()
    {
        var courses = CourseReader.Read(folders.Lessons, folders.Prompts).Shelf.Courses;
        if (courses.Count == 0)
            throw new CommandException("simulation.no_courses");
        if (parsed.GetValue(options.Course)?.Trim() is not { } typed)
            return courses.OrderByDescending(course => course.Lessons.Count).ThenBy(course => course.Id.Value, StringComparer.Ordinal).First().Id;
        if (courses.FirstOrDefault(course => course.Id.Value.Equals(typed, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found.Id;
        var near = CommandCatalogue.Nearest(typed.ToLowerInvariant(), courses.Select(course => course.Id.Value));
        throw new CommandException(
            near is null ? "simulation.unknown_course" : "simulation.unknown_course_near",
            ("typed", typed), ("near", near), ("courses", string.Join(", ", courses.Select(course => course.Id))));
    }

    private string ReadPlatform()
    {
        var typed = parsed.GetValue(options.Platform)!;
        return MessagePreview.Platforms.FirstOrDefault(platform => platform.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException("preview.unknown_platform", ("typed", typed), ("platforms", string.Join(", ", MessagePreview.Platforms)));
    }

    private DateOnly ReadFrom()
    {
        var typed = parsed.GetValue(options.From)!;
        return DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new CommandException("simulation.unknown_date", ("typed", typed));
    }

    private string? ReadHolidays()
    {
        var typed = parsed.GetValue(options.Holidays)!.Trim();
        if (typed.Equals(CohortInput.None, StringComparison.OrdinalIgnoreCase))
            return null;
        return HolidayCalendar.Countries.FirstOrDefault(country => country.Equals(typed, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException("cohorts.country_unknown", ("country", typed), ("countries", string.Join(", ", HolidayCalendar.Countries)));
    }

    private Locale ReadLanguage()
    {
        var typed = parsed.GetValue(options.Language)!.Trim().ToLowerInvariant();
        return Locale.Offered.Any(offered => offered.Value == typed)
            ? new Locale(typed)
            : throw new CommandException("simulation.unknown_language", ("typed", typed), ("languages", string.Join(", ", Locale.Offered)));
    }
}
