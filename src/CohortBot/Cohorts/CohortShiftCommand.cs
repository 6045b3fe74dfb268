using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Changes;
using CohortBot.Commands;

namespace CohortBot.Cohorts;

/// <summary>Moves the lessons to come by days, later or earlier, but never into the past.</summary>
internal sealed class CohortShiftCommand(CohortChanges changes, DraftReplies replies) : ICommand
{
    private const int MostDays = 366;

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort shift")
    {
        Needs = Role.Facilitator,
        Options = [new("days", OptionKind.Number, IsRequired: true), CohortOptions.Confirm],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        context.GetCohort();
        var days = context.FindNumber("days")!.Value;
        if (days is 0 or < -MostDays or > MostDays)
            throw new CommandException("cohorts.shift_range", ("days", days), ("most", MostDays));
        var draft = await changes.RunAsync(ChangeRequest.From(context, Spec, facts => Shift(facts, days)), cancellationToken);
        return await replies.ReplyAsync(context, Spec, draft, cancellationToken);
    }

    private static CohortFacts Shift(CohortFacts facts, int days)
    {
        var next = facts.ToCome.FirstOrDefault(slot => slot.DueAt is not null) ?? throw new CommandException("cohorts.nothing_to_shift");
        if (next.DueAt <= facts.Now)
            throw new CommandException("cohorts.resume_first");
        var due = CohortClock.Day(next.DueAt!.Value, facts.Cohort.Zone);
        var day = due.AddDays(days);
        if (day < facts.Today)
            throw new CommandException("cohorts.shift_past", ("date", day), ("most", due.DayNumber - facts.Today.DayNumber));
        return facts.Plan is DatesPlan dates ? ShiftDates(facts, dates, days) : facts with { Cohort = facts.Cohort with { ReplanFrom = day } };
    }

    private static CohortFacts ShiftDates(CohortFacts facts, DatesPlan dates, int days)
    {
        var first = FirstToCome(facts, dates);
        var from = DateOnly.FromDateTime(first.AddDays(days));
        return facts with
        {
            Cohort = facts.Cohort with { Plan = dates.Shift(first, days).Text, ReplanFrom = from < facts.Cohort.ReplanFrom ? from : facts.Cohort.ReplanFrom },
        };
    }

    // A holiday may have moved the next lesson away from its date; places and dates stand in the same order.
    private static DateTime FirstToCome(CohortFacts facts, DatesPlan dates)
    {
        var places = LessonCalendar.Make(new CalendarRequest
        {
            Plan = dates,
            Zone = facts.Zone,
            FirstDay = facts.Cohort.ReplanFrom,
            Count = dates.Moments.Count,
            Holidays = facts.Holidays,
        });
        var due = facts.ToCome.Select(slot => slot.DueAt).Min();
        return dates.From(facts.Cohort.ReplanFrom).Zip(places).First(pair => pair.Second.At >= due).First;
    }
}
