using CohortBot.Cohorts;
using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Holidays;
using CohortBot.Simulation.Report;

namespace CohortBot.Simulation.Checking;

/// <summary>Every lesson came once, on a day and at an hour of the plan.</summary>
internal sealed class LessonChecks(SimulatedCohort simulated, CohortLedger ledger)
{
    // Below this nobody calls a lesson late.
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(2);

    private readonly SimulationRequest _request = simulated.World.Request;

    /// <summary>Each lesson whose time has come stands in the channel, all parts of it, each once.</summary>
    public async Task<Check> EachOnceAsync()
    {
        List<string> faults = [];
        var due = ledger.Slots.Where(slot => slot.State == SlotState.Posted || IsOver(slot)).ToList();
        foreach (var slot in due)
        {
            var (parts, standing) = await ledger.CountPartsAsync(slot);
            if (slot.State != SlotState.Skipped && (slot.State != SlotState.Posted || parts == 0 || parts != standing))
                faults.Add($"{slot.Lesson}: {slot.State}, {standing}/{parts}");
        }

        return new Check("lessons", due.Count, [.. faults, .. await ledger.ListDoublesAsync()]);
    }

    /// <summary>Each posted lesson was due at the plan's hour on the clocks of the cohort, on a day of the plan that is no holiday, and came then.</summary>
    public Check OnTheHour()
    {
        var posted = ledger.Slots.Where(slot => slot.State == SlotState.Posted).ToList();
        return new Check("hours", posted.Count, [.. posted.Where(slot => !IsPlanned(slot) || !IsPunctual(slot)).Select(slot => $"{slot.Lesson}: {slot.DueLocal}")]);
    }

    // What waits for the facilitator since yesterday may still wait; what is paused is not due.
    private bool IsOver(LessonSlot slot) =>
        ledger.Cohort.State == CohortState.Running
        && slot.DueAt < (slot.State is SlotState.Held or SlotState.Offered ? ledger.EndsAt.AddDays(-1) : ledger.EndsAt);

    private bool IsPlanned(LessonSlot slot)
    {
        if (slot.DueAt is not { } due)
            return false;
        var local = TimeZoneInfo.ConvertTime(due, ledger.Zone);
        var isGap = SlotMove.ReadAll(slot.MovedBecause).Any(move => move is GapMove);
        var isHoliday = _request.Holidays is { } country && HolidayCalendar.Find(country, DateOnly.FromDateTime(local.DateTime)) is not null;
        return !isHoliday && PostingPlan.Read(_request.Plan) switch
        {
            WeekdaysPlan plan => plan.Days.Contains(local.DayOfWeek) && (isGap || TimeOnly.FromDateTime(local.DateTime) == plan.Time),
            IntervalPlan plan => isGap || TimeOnly.FromDateTime(local.DateTime) == plan.Time,
            _ => true,
        };
    }

    // In bad weeks a lesson may come late, but not later than the grace period unless a facilitator posted it.
    private bool IsPunctual(LessonSlot slot)
    {
        var late = slot.PostedAt - slot.DueAt;
        var grace = TimeSpan.FromMinutes(ledger.Cohort.GraceMinutes);
        return late >= TimeSpan.Zero && (late < Punctual || (_request.HasChaos && (late <= grace || IsByHand(slot))));
    }

    private bool IsByHand(LessonSlot slot) =>
        simulated.World.Notes.All.Any(note => note.Kind == "posted_by_hand" && note.Subject == simulated.World.Course.Find(slot.Lesson)?.Title);
}
