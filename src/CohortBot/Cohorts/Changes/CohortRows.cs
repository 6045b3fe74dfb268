using CohortBot.Cohorts.Holidays;
using CohortBot.Schedule;
using CohortBot.Storage;

namespace CohortBot.Cohorts.Changes;

/// <summary>Writes a changed cohort with its slots, holidays and alarms, all in the caller's transaction.</summary>
internal sealed class CohortRows(IAlarms alarms)
{
    /// <summary>The kind of the alarms that post lessons.</summary>
    public const string AlarmKind = "lesson";

    /// <summary>Adds a cohort that is new.</summary>
    public static Task AddAsync(Session session, Cohort cohort, DateTimeOffset now) =>
        session.ExecuteAsync(
            """
            INSERT INTO cohorts (workspace, id, name, course, channel, staff_channel, state, plan, zone, starts_on, replan_from, holiday_country,
                grace_minutes, gate, thread_mode, locale, created_at)
            VALUES (@Workspace, @Id, @Name, @Course, @Channel, @StaffChannel, @state, @Plan, @Zone, @StartsOn, @ReplanFrom, @HolidayCountry,
                @GraceMinutes, @gate, @threadMode, @Locale, @now)
            """,
            new
            {
                cohort.Workspace,
                cohort.Id,
                cohort.Name,
                cohort.Course,
                cohort.Channel,
                cohort.StaffChannel,
                state = cohort.State.ToString(),
                cohort.Plan,
                cohort.Zone,
                cohort.StartsOn,
                cohort.ReplanFrom,
                cohort.HolidayCountry,
                cohort.GraceMinutes,
                gate = cohort.Gate.ToString(),
                threadMode = cohort.ThreadMode.ToString(),
                cohort.Locale,
                now,
            });

    /// <summary>Writes what a draft changes: the cohort's settings, its own holidays, its slots.</summary>
    public async Task SaveAsync(Session session, CohortDraft draft, CancellationToken cancellationToken)
    {
        var (before, after) = (draft.Before, draft.After);
        await UpdateAsync(session, after.Cohort);
        if (!before.OwnHolidays.SequenceEqual(after.OwnHolidays))
            await CohortHolidays.SaveAsync(session, after.Cohort.Workspace, after.Cohort.Id, after.OwnHolidays);
        await SaveSlotsAsync(session, draft, cancellationToken);
    }

    /// <summary>Writes a draft's slots and sets the alarms of those to come; a cohort that does not run has none.</summary>
    public async Task SaveSlotsAsync(Session session, CohortDraft draft, CancellationToken cancellationToken)
    {
        var (before, after) = (draft.Before, draft.After);
        foreach (var slot in after.Slots.Where(slot => !before.Slots.Contains(slot)))
            await LessonSlots.SaveAsync(session, slot);
        foreach (var gone in before.Slots.Where(slot => !after.Slots.Any(kept => kept.Lesson == slot.Lesson)))
            await RemoveAsync(session, gone, cancellationToken);
        foreach (var slot in after.Slots.Where(slot => slot.State == SlotState.Planned))
            await SetAlarmAsync(session, after, slot, cancellationToken);
    }

    private static Task<int> UpdateAsync(Session session, Cohort cohort) =>
        session.ExecuteAsync(
            """
            UPDATE cohorts SET state = @state, plan = @Plan, zone = @Zone, starts_on = @StartsOn, replan_from = @ReplanFrom,
                holiday_country = @HolidayCountry, grace_minutes = @GraceMinutes, gate = @gate, paused_at = @PausedAt, closed_at = @ClosedAt
            WHERE workspace = @Workspace AND id = @Id
            """,
            new
            {
                cohort.Workspace,
                cohort.Id,
                state = cohort.State.ToString(),
                cohort.Plan,
                cohort.Zone,
                cohort.StartsOn,
                cohort.ReplanFrom,
                cohort.HolidayCountry,
                cohort.GraceMinutes,
                gate = cohort.Gate.ToString(),
                cohort.PausedAt,
                cohort.ClosedAt,
            });

    // An alarm whose time has come already is left to itself: its lesson is on its way.
    private Task SetAlarmAsync(Session session, CohortFacts facts, LessonSlot slot, CancellationToken cancellationToken)
    {
        if (facts.Cohort.State != CohortState.Running || slot.DueAt is not { } due)
            return alarms.ClearAsync(session, AlarmKind, slot.AlarmName, cancellationToken);
        return due > facts.Now ? alarms.SetAsync(session, new Alarm(AlarmKind, slot.AlarmName, due), cancellationToken) : Task.CompletedTask;
    }

    private async Task RemoveAsync(Session session, LessonSlot slot, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            "DELETE FROM lesson_slots WHERE workspace = @Workspace AND cohort = @Cohort AND lesson = @Lesson AND edition = @Edition",
            new { slot.Workspace, slot.Cohort, slot.Lesson, slot.Edition });
        await alarms.ClearAsync(session, AlarmKind, slot.AlarmName, cancellationToken);
    }
}
