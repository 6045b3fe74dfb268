using CohortBot.Cohorts;
using CohortBot.Cohorts.Calendar;
using CohortBot.Simulation.Platform;

namespace CohortBot.Simulation.Report;

/// <summary>What happened, in the order of its hours: from the database, and from the notes on what stands in no table.</summary>
internal sealed class Timeline(SimulatedCohort simulated, CohortLedger ledger)
{
    // A day's sums stand after all that has an hour.
    private static readonly TimeOnly EndOfDay = new(23, 59, 59);

    /// <summary>The lines.</summary>
    public IReadOnlyList<TimelineEntry> Make() =>
    [
        .. Lessons().Concat(Labs()).Concat(Comings()).Concat(Notes()).Concat(BadHours()).Concat(Clocks())
            .OrderBy(entry => entry.At.UtcTicks).ThenBy(entry => entry.Kind, StringComparer.Ordinal).ThenBy(entry => entry.Subject, StringComparer.Ordinal),
    ];

    private IEnumerable<TimelineEntry> Lessons() =>
        from slot in ledger.Slots
        where slot.State == SlotState.Posted && slot.PostedAt is not null
        select new TimelineEntry(Local(slot.PostedAt!.Value), "lesson")
        {
            Subject = simulated.World.Course.Find(slot.Lesson)?.Title ?? slot.Lesson.Value,
            Number = (int)slot.Number,
            Amount = (int)((slot.PostedAt - slot.DueAt)?.TotalMinutes ?? 0),
            Moves = SlotMove.ReadAll(slot.MovedBecause),
        };

    private IEnumerable<TimelineEntry> Labs() =>
        from step in ledger.Labs.Select(lab => (lab.Lab, Day: Day(lab.StartedAt), IsStart: true))
            .Concat(ledger.Labs.Where(lab => lab.CompletedAt is not null).Select(lab => (lab.Lab, Day: Day(lab.CompletedAt!.Value), IsStart: false)))
        group step by (step.Lab, step.Day) into steps
        select OfDay(steps.Key.Day, "labs") with
        {
            Subject = simulated.World.Course.Lessons.FirstOrDefault(lesson => lesson.Lab?.Id == steps.Key.Lab)?.Lab!.Title ?? steps.Key.Lab.Value,
            Amount = steps.Count(step => step.IsStart),
            More = steps.Count(step => !step.IsStart),
        };

    private IEnumerable<TimelineEntry> Comings() =>
        from entry in ledger.Audit
        where entry.Action is "my join" or "my leave"
        group entry by (Kind: entry.Action == "my join" ? "joined" : "left", Day: Day(entry.At)) into entries
        select OfDay(entries.Key.Day, entries.Key.Kind) with { Amount = entries.Count() };

    private IEnumerable<TimelineEntry> Notes() =>
        simulated.World.Notes.All.Select(note => new TimelineEntry(Local(note.At), note.Kind) { Subject = note.Subject, Amount = note.Amount });

    // Hours in which nobody wanted anything of the platform harmed nobody.
    private IEnumerable<TimelineEntry> BadHours() =>
        from hit in simulated.World.Platform.Weather.Hits
        where hit.Calls > 0
        select new TimelineEntry(Local(hit.Spell.From), Kind(hit.Spell.Kind)) { Amount = (int)(hit.Spell.To - hit.Spell.From).TotalMinutes, More = hit.Calls };

    // The day on which the clocks change, with the offset from then on.
    private IEnumerable<TimelineEntry> Clocks()
    {
        var request = simulated.World.Request;
        for (var day = 0; day < 7 * request.Weeks; day++)
        {
            var (morning, next) = (simulated.World.At(day, TimeOnly.MinValue, request.Zone), simulated.World.At(day + 1, TimeOnly.MinValue, request.Zone));
            if (morning.Offset != next.Offset)
                yield return OfDay(DateOnly.FromDateTime(morning.DateTime), "clocks") with { Subject = $"{Offset(morning)} → {Offset(next)}" };
        }
    }

    private TimelineEntry OfDay(DateOnly day, string kind) => new(WallClock.Find(day.ToDateTime(EndOfDay), ledger.Zone), kind) { IsWholeDay = true };

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, ledger.Zone);

    private DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    private static string Kind(SpellKind kind) => kind switch
    {
        SpellKind.Outage => "outage",
        SpellKind.RateLimit => "rate_limit",
        _ => "lost_answers",
    };

    private static string Offset(DateTimeOffset at) => at.ToString("zzz", System.Globalization.CultureInfo.InvariantCulture);
}
