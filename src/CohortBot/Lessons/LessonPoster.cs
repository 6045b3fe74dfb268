using System.Globalization;
using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Operations;
using CohortBot.Schedule;
using CohortBot.Storage;

namespace CohortBot.Lessons;

/// <summary>
/// Decides what happens to a lesson whose time has come: posted, held for the facilitator, or offered because it is too late. It can be
/// asked twice, by two nodes, or after a restart: the slot's state decides, and only one transaction changes it.
/// </summary>
internal sealed partial class LessonPoster(Database database, LessonPosting posting, LessonNotices notices, TimeProvider time, ILogger<LessonPoster> logger)
    : IAlarmHandler
{
    /// <inheritdoc/>
    public string Kind => "lesson";

    /// <inheritdoc/>
    public async Task RingAsync(string name, CancellationToken cancellationToken)
    {
        using var span = Spans.Begin("lesson post");
        await database.WriteAsync(session => DecideAsync(session, name), cancellationToken);
    }

    private async Task DecideAsync(Session session, string name)
    {
        if (await FindAsync(session, name) is not ({ State: CohortState.Running } cohort, { State: SlotState.Planned, DueAt: { } due } slot) || due > time.GetUtcNow())
            return;
        if (cohort.Gate == LessonGate.Facilitator && !await LessonUnlocks.IsOpenToAllAsync(session, cohort, slot.Lesson))
            await HoldAsync(session, cohort, slot, SlotState.Held);
        else if (time.GetUtcNow() - due > TimeSpan.FromMinutes(cohort.GraceMinutes))
            await HoldAsync(session, cohort, slot, SlotState.Offered);
        else if (await posting.PostAsync(session, cohort, slot))
            Leave(session, cohort, slot, time.GetUtcNow() - due);
        else
            LogUnknown(slot.Lesson, cohort.Workspace, cohort.Id);
    }

    private void Leave(Session session, Cohort cohort, LessonSlot slot, TimeSpan late)
    {
        session.AfterCommit(() => LessonMeter.Leave(late));
        LogPosting(slot.Lesson, cohort.Workspace, cohort.Id);
    }

    private async Task HoldAsync(Session session, Cohort cohort, LessonSlot slot, SlotState state)
    {
        await LessonSlots.SaveAsync(session, slot with { State = state });
        await notices.AddAsync(session, cohort, slot with { State = state });
        session.AfterCommit(() => LessonMeter.Offer(state == SlotState.Held ? LessonMeter.Reason.ByHand : LessonMeter.Reason.TooLate));
        LogHeld(slot.Lesson, cohort.Workspace, cohort.Id, state);
    }

    private static async Task<(Cohort?, LessonSlot?)> FindAsync(Session session, string name)
    {
        if (name.Split('|') is not [var workspace, var cohort, var lesson, var edition])
            return default;
        var id = new CohortId(long.Parse(cohort, CultureInfo.InvariantCulture));
        var slot = await LessonSlots.FindAsync(session, new WorkspaceId(workspace), id, new LessonId(lesson));
        return slot?.Edition.ToString(CultureInfo.InvariantCulture) == edition ? (await CohortStore.FindAsync(session, slot.Workspace, id), slot) : default;
    }

    [LoggerMessage(3003, LogLevel.Information, "Lesson {Lesson} is on its way in {Workspace}, cohort {Cohort}.")]
    private partial void LogPosting(LessonId lesson, WorkspaceId workspace, CohortId cohort);

    [LoggerMessage(3004, LogLevel.Warning, "Lesson {Lesson} is due in {Workspace}, cohort {Cohort}, and its course does not have it.")]
    private partial void LogUnknown(LessonId lesson, WorkspaceId workspace, CohortId cohort);

    [LoggerMessage(3005, LogLevel.Information, "Lesson {Lesson} in {Workspace}, cohort {Cohort}, waits for the facilitator: {State}.")]
    private partial void LogHeld(LessonId lesson, WorkspaceId workspace, CohortId cohort, SlotState state);
}
