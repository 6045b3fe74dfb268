using CohortBot.Access;
using CohortBot.Cohorts;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Schedule;
using CohortBot.Storage;

namespace CohortBot.Lessons;

/// <summary>What a facilitator does with single lessons; each in one transaction, with its audit entry and without its alarm.</summary>
internal sealed class LessonDesk(Database database, LessonPosting posting, LessonUnlocks unlocks, AuditLog audit, IAlarms alarms)
{
    private const string AlarmKind = "lesson";

    /// <summary>The lesson's place in the calendar.</summary>
    /// <exception cref="CommandException">It has none yet.</exception>
    public Task<LessonSlot> FindSlotAsync(LessonChoice choice, CancellationToken cancellationToken) =>
        database.ReadAsync(session => FindSlotAsync(session, choice), cancellationToken);

    /// <summary>Posts a lesson now.</summary>
    /// <param name="choice">The lesson.</param>
    /// <param name="shown">The mark of the state that the person saw.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CommandException">It is on its way or posted already, or something happened since the person looked.</exception>
    public Task PostAsync(LessonChoice choice, string shown, MemberKey by, CancellationToken cancellationToken) =>
        ChangeAsync(choice, async (session, slot) =>
        {
            RefuseOther(slot, shown);
            if (!await posting.PostAsync(session, choice.Cohort, slot))
                throw new CommandException("lessons.posted_already", ("lesson", choice.Lesson.Title));
            await WriteAsync(session, choice, by, new AuditChange("lesson post", choice.Lesson.Title, slot.State.ToString(), nameof(SlotState.Posting)));
        }, cancellationToken);

    /// <summary>Leaves a lesson out.</summary>
    /// <param name="choice">The lesson.</param>
    /// <param name="shown">The mark of the state that the person saw.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CommandException">It is on its way, posted or left out already, or something happened since the person looked.</exception>
    public Task SkipAsync(LessonChoice choice, string shown, MemberKey by, CancellationToken cancellationToken) =>
        ChangeAsync(choice, async (session, slot) =>
        {
            if (slot.State is SlotState.Posting or SlotState.Posted)
                throw new CommandException("lessons.posted_already", ("lesson", choice.Lesson.Title));
            if (slot.State == SlotState.Skipped)
                throw new CommandException("lessons.skipped_already", ("lesson", choice.Lesson.Title));
            RefuseOther(slot, shown);
            await LessonSlots.SaveAsync(session, slot with { State = SlotState.Skipped });
            await WriteAsync(session, choice, by, new AuditChange("lesson skip", choice.Lesson.Title, slot.State.ToString(), nameof(SlotState.Skipped)));
        }, cancellationToken);

    /// <summary>Opens a lesson by hand; for everybody it is also posted when its time has come. Returns whether anything changed.</summary>
    public Task<bool> UnlockAsync(LessonChoice choice, MemberKey member, MemberKey by, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var slot = await FindSlotAsync(session, choice);
                if (!await unlocks.OpenAsync(session, new Unlock(choice.Cohort, choice.Lesson.Id, member), by))
                    return false;
                if (member == MemberKey.Everybody && slot.State is SlotState.Held or SlotState.Offered)
                    await posting.PostAsync(session, choice.Cohort, slot);
                await WriteAsync(session, choice, by, new AuditChange("lesson unlock", choice.Lesson.Title, null, member.Value));
                return true;
            },
            cancellationToken);

    /// <summary>Takes an opening back. What was posted stays posted. Returns whether there was one.</summary>
    public Task<bool> LockAsync(LessonChoice choice, MemberKey member, MemberKey by, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                if (!await LessonUnlocks.CloseAsync(session, new Unlock(choice.Cohort, choice.Lesson.Id, member)))
                    return false;
                await WriteAsync(session, choice, by, new AuditChange("lesson lock", choice.Lesson.Title, member.Value));
                return true;
            },
            cancellationToken);

    // What stands in the channel or on its way has an answer of its own.
    private static void RefuseOther(LessonSlot slot, string shown)
    {
        if (slot.State is not (SlotState.Posting or SlotState.Posted) && shown != LessonMark.Of(slot))
            throw new CommandException("lessons.stale");
    }

    private Task ChangeAsync(LessonChoice choice, Func<Session, LessonSlot, Task> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var slot = await FindSlotAsync(session, choice);
                await change(session, slot);
                await alarms.ClearAsync(session, AlarmKind, slot.AlarmName, cancellationToken);
            },
            cancellationToken);

    private static async Task<LessonSlot> FindSlotAsync(Session session, LessonChoice choice) =>
        await LessonSlots.FindAsync(session, choice.Cohort.Workspace, choice.Cohort.Id, choice.Lesson.Id)
        ?? throw new CommandException("lessons.no_slot", ("lesson", choice.Lesson.Title));

    private Task WriteAsync(Session session, LessonChoice choice, MemberKey by, AuditChange change) =>
        audit.WriteAsync(session, choice.Cohort.Workspace, choice.Cohort.Id, by, change);
}

/// <summary>A lesson of a cohort that a command is about.</summary>
internal sealed record LessonChoice(Cohort Cohort, Lesson Lesson);
