using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts.Changes;
using CohortBot.Cohorts.Holidays;
using CohortBot.Commands;
using CohortBot.Texts;

namespace CohortBot.Cohorts;

/// <summary>Lists the days without a lesson, and changes the cohort's own list of them.</summary>
internal sealed class CohortHolidayCommand(CohortChanges changes, DraftReplies replies) : ICommand
{
    private const int MostDays = 120; // a summer break; more at once is a slip of the keyboard
    private const int LongestName = 80;
    private const int ListedDays = 365;
    private const int MostRows = 20; // about a screenful

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort holiday")
    {
        Needs = Role.Facilitator,
        Options = [new("change") { Choices = ["list", "add", "remove"] }, new("date"), new("until"), new("name"), CohortOptions.Confirm],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var change = context.Find("change")?.ToLowerInvariant() ?? (context.Find("date") is null ? "list" : "add");
        if (change == "list")
            return new Reply(List(context.Wording, await changes.FindAsync(context.Workspace, context.GetCohort(), cancellationToken)));
        var days = ReadDays(context);
        var draft = await changes.RunAsync(
            ChangeRequest.From(context, Spec, facts => change == "add" ? Add(facts, days, ReadName(context)) : Remove(facts, days)), cancellationToken);
        return await replies.ReplyAsync(context, Spec, draft, cancellationToken);
    }

    private static IReadOnlyList<DateOnly> ReadDays(CommandContext context)
    {
        var first = CohortInput.ReadDate("date", context.Get("date"));
        var last = context.Find("until") is { } typed ? CohortInput.ReadDate("until", typed) : first;
        var count = last.DayNumber - first.DayNumber + 1;
        return count is >= 1 and <= MostDays
            ? [.. Enumerable.Range(0, count).Select(first.AddDays)]
            : throw new CommandException("cohorts.holiday_range", ("first", first), ("last", last), ("most", MostDays));
    }

    // One line, and never the mark of a public holiday's key.
    private static string ReadName(CommandContext context)
    {
        var name = string.Join(' ', (context.Find("name") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart('@').Trim();
        if (name.Length > LongestName)
            throw new CommandException("cohorts.holiday_name", ("most", LongestName));
        return name.Length > 0 ? name : context.Wording.Say("cohorts.day_off");
    }

    private static CohortFacts Add(CohortFacts facts, IReadOnlyList<DateOnly> days, string name) =>
        facts with { OwnHolidays = [.. facts.OwnHolidays.ExceptBy(days, own => own.Date).Concat(days.Select(day => new Holiday(day, name))).OrderBy(own => own.Date)] };

    private static CohortFacts Remove(CohortFacts facts, IReadOnlyList<DateOnly> days) =>
        facts.OwnHolidays.Any(own => days.Contains(own.Date))
            ? facts with { OwnHolidays = [.. facts.OwnHolidays.Where(own => !days.Contains(own.Date))] }
            : throw new CommandException("cohorts.holiday_not_there", ("date", days[0]));

    private static Document List(Wording wording, CohortFacts facts)
    {
        var holidays = facts.Holidays.Between(facts.Today, facts.Today.AddDays(ListedDays));
        var title = wording.Heading(2, "cohorts.holidays_title", ("cohort", facts.Cohort.Name));
        if (holidays.Count == 0)
            return new Document([title, wording.Paragraph("cohorts.holidays_empty")]);
        IReadOnlyList<IReadOnlyList<Run>> header = [Run.Of(wording.Say("cohorts.column_day")), Run.Of(wording.Say("cohorts.column_holiday"))];
        var rows = holidays.Take(MostRows).Select(IReadOnlyList<IReadOnlyList<Run>> (day) => [Run.Of(wording.Say("cohorts.day", ("date", day.Date))), Run.Of(day.Say(wording))]);
        return new Document([title, new Table(header, [.. rows]), .. new DraftTables(wording).Warnings(facts)]);
    }
}
