using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Changes;
using CohortBot.Commands;
using CohortBot.Texts;

namespace CohortBot.Cohorts;

/// <summary>Lists a cohort's next posts: local date and time, offset, and why one was moved.</summary>
internal sealed class CohortPreviewCommand(CohortChanges changes) : ICommand
{
    private const int Most = 20; // about a screenful

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort preview") { Needs = Role.Observer, Options = [new("count", OptionKind.Number)] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var count = context.FindNumber("count") ?? Most;
        if (count is < 1 or > Most)
            throw new CommandException("cohorts.preview_range", ("count", count), ("most", Most));
        var facts = await changes.FindAsync(context.Workspace, context.GetCohort(), cancellationToken);
        return new Reply(Show(context.Wording, facts, count));
    }

    private static Document Show(Wording wording, CohortFacts facts, int count)
    {
        var cohort = facts.Cohort;
        var slots = facts.Slots.Where(slot => slot.State == SlotState.Planned).ToList();
        Document document = new(
        [
            wording.Heading(2, "cohorts.preview_title", ("cohort", cohort.Name)),
            wording.Paragraph("cohorts.preview_plan", ("plan", cohort.Plan), ("zone", cohort.Zone), ("holidays", Holidays(wording, cohort))),
        ]);
        if (cohort.State != CohortState.Running)
            document = document.With(wording.Paragraph($"cohorts.preview_{cohort.State}"));
        if (cohort.State == CohortState.Closed || slots.Count == 0)
            return document.With(wording.Note("cohorts.no_lesson_to_come"));
        return document
            .With(Table(wording, facts, [.. slots.Take(count)]))
            .With(slots.Count > count ? [wording.Note("cohorts.more_lessons", ("count", slots.Count - count))] : [])
            .With(ClockChange(wording, facts, slots))
            .With(new DraftTables(wording).Warnings(facts));
    }

    private static Table Table(Wording wording, CohortFacts facts, IReadOnlyList<LessonSlot> slots) => new(
        [Run.Of(wording.Say("cohorts.column_lesson")), Run.Of(wording.Say("cohorts.column_when")), Run.Of(wording.Say("cohorts.column_why"))],
        [.. slots.Select(slot => Row(wording, facts, slot))]);

    private static IReadOnlyList<IReadOnlyList<Run>> Row(Wording wording, CohortFacts facts, LessonSlot slot) =>
    [
        Run.Of(DraftTables.Title(facts, slot)),
        Run.Of(slot.DueAt is { } due
            ? wording.Say("cohorts.place_at", ("when", new LocalMoment(due, facts.Cohort.Zone, ShowsOffset: true)))
            : wording.Say("cohorts.place_none")),
        Run.Of(SlotMove.Say(wording, slot.MovedBecause)),
    ];

    private static IEnumerable<Block> ClockChange(Wording wording, CohortFacts facts, IReadOnlyList<LessonSlot> slots)
    {
        var dues = slots.Select(slot => slot.DueAt).OfType<DateTimeOffset>().ToList();
        var after = dues.Zip(dues.Skip(1)).FirstOrDefault(pair => facts.Zone.GetUtcOffset(pair.First) != facts.Zone.GetUtcOffset(pair.Second)).Second;
        return after == default ? [] : [wording.Note("cohorts.clocks_change", ("date", CohortClock.Day(after, facts.Cohort.Zone)))];
    }

    private static string Holidays(Wording wording, Cohort cohort) =>
        wording.Say(cohort.HolidayCountry is null ? "cohorts.none" : $"holidays.country_{cohort.HolidayCountry}");
}
