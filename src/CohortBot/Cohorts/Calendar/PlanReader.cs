using System.Globalization;
using System.Text.RegularExpressions;
using CohortBot.Commands;

namespace CohortBot.Cohorts.Calendar;

/// <summary>Reads typed plans, English or German.</summary>
internal static partial class PlanReader
{
    private const int Timeout = 1000;
    private const int MostDates = 200; // a course of years; more is a mistake

    private static readonly string[] DateForms = ["yyyy-M-d", "d.M.yyyy"];
    private static readonly string[] TimeForms = ["H:mm", "H.mm"];

    /// <summary>Reads a plan.</summary>
    /// <exception cref="CommandException">It is none.</exception>
    public static PostingPlan Read(string text)
    {
        var plan = Blanks().Replace(Dashes().Replace(text.Trim().ToLowerInvariant(), "-"), " ");
        if (plan.Length == 0)
            throw new CommandException("cohorts.plan_empty");
        if (Interval().Match(plan) is { Success: true } interval)
            return ReadInterval(interval);
        return LooksLikeDate().IsMatch(plan) ? ReadDates(plan) : ReadWeekdays(plan);
    }

    /// <summary>Reads one date: <c>2026-12-07</c> or <c>7.12.2026</c>.</summary>
    public static bool TryReadDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static IntervalPlan ReadInterval(Match match)
    {
        var number = match.Groups["days"];
        var days = 1;
        if (number.Success && (!int.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out days) || days is < 1 or > IntervalPlan.MostDays))
            throw new CommandException("cohorts.plan_interval", ("days", number.Value), ("most", IntervalPlan.MostDays));
        return new IntervalPlan(days, ReadTime(match.Groups["time"].Value, match.Value));
    }

    private static DatesPlan ReadDates(string plan)
    {
        var moments = plan.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ReadMoment).ToList();
        if (moments.GroupBy(moment => moment).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new CommandException("cohorts.plan_date_twice", ("date", $"{twice.Key:yyyy-MM-dd HH\\:mm}"));
        if (moments.Count > MostDates)
            throw new CommandException("cohorts.plan_too_many_dates", ("count", moments.Count), ("most", MostDates));
        return new DatesPlan([.. moments.Order()]);
    }

    private static DateTime ReadMoment(string text)
    {
        var match = Moment().Match(text);
        if (!match.Success || !TryReadDate(match.Groups["date"].Value, out var date))
            throw new CommandException("cohorts.plan_date", ("date", text));
        return date.ToDateTime(ReadTime(match.Groups["time"].Value, text));
    }

    private static WeekdaysPlan ReadWeekdays(string plan)
    {
        var match = Weekdays().Match(plan);
        if (!match.Success)
            throw new CommandException("cohorts.plan_no_time", ("plan", plan));
        var names = match.Groups["days"].Value.Replace(" und ", ",", StringComparison.Ordinal).Replace(" and ", ",", StringComparison.Ordinal);
        var days = names.Split([',', ' ', '&', '+', '/'], StringSplitOptions.RemoveEmptyEntries).SelectMany(ReadDays).Distinct().OrderBy(DayNames.Order).ToList();
        return days.Count > 0
            ? new WeekdaysPlan(days, ReadTime(match.Groups["time"].Value, plan))
            : throw new CommandException("cohorts.plan_no_day", ("plan", plan));
    }

    // "fri-mon" goes over the end of the week.
    private static IEnumerable<DayOfWeek> ReadDays(string text)
    {
        if (text is "weekdays" or "werktags")
            text = "mon-fri";
        var ends = text.Split('-', 2);
        var first = DayNames.Order(ReadDay(ends[0]));
        var last = DayNames.Order(ReadDay(ends[^1]));
        return Enumerable.Range(0, ((last - first + 7) % 7) + 1).Select(step => (DayOfWeek)((first + step + 1) % 7));
    }

    private static DayOfWeek ReadDay(string name)
    {
        if (DayNames.Find(name) is { } day)
            return day;
        var near = DayNames.Nearest(name);
        throw new CommandException(near is null ? "cohorts.plan_day" : "cohorts.plan_day_near", ("day", name), ("near", near));
    }

    private static TimeOnly ReadTime(string text, string plan)
    {
        if (text.Length == 0)
            throw new CommandException("cohorts.plan_no_time", ("plan", plan));
        return TimeOnly.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new CommandException("cohorts.plan_time", ("time", text));
    }

    [GeneratedRegex(@"\s*[-–—]\s*", RegexOptions.None, Timeout)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"\s+", RegexOptions.None, Timeout)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^((every|alle) (?<days>\d+) (days?|tage?)|every day|daily|jeden tag|täglich)(,? ?(at |um )?(?<time>[\d:.]+[\w.]*)?( uhr)?)?$", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Interval();

    [GeneratedRegex(@"\d{4}-\d|\d\.\d{1,2}\.\d|^\d+-\d+-\d", RegexOptions.None, Timeout)]
    private static partial Regex LooksLikeDate();

    [GeneratedRegex(@"^(?<date>[\d.-]+)([ t](at |um )?(?<time>\d\S*)( uhr)?)?$", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^(?<days>[^\d]*?)(,? (at|um))? ?(?<time>\d\S*)( uhr)?$", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Weekdays();
}
