using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts.Holidays;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Storage;

namespace CohortBot.Cohorts.Changes;

/// <summary>
/// Changes cohorts: shows first, and changes only what was shown. One transaction holds the cohort, its slots, its alarms and the audit.
/// </summary>
internal sealed class CohortChanges(Database database, ICourseLibrary library, CohortRows rows, AuditLog audit, TimeProvider time)
{
    /// <summary>Shows a change, or makes it when it was confirmed. Confirmed twice, it is made once: the second finds another state, and is refused.</summary>
    /// <exception cref="CommandException">The cohort is closed, the change cannot be made, or something else has changed since it was shown.</exception>
    public Task<CohortDraft> RunAsync(ChangeRequest request, CancellationToken cancellationToken) =>
        request.Confirmed is null
            ? database.ReadAsync(session => DraftAsync(session, request), cancellationToken)
            : database.WriteAsync(session => MakeAsync(session, request, cancellationToken), cancellationToken);

    /// <summary>A cohort with all that its calendar follows from.</summary>
    /// <exception cref="CommandException">There is none, or its course cannot be read.</exception>
    public Task<CohortFacts> FindAsync(WorkspaceId workspace, CohortId cohort, CancellationToken cancellationToken) =>
        database.ReadAsync(session => FindAsync(session, workspace, cohort), cancellationToken);

    /// <summary>
    /// Brings a cohort's slots in line with its course after the course gained or lost lessons. Returns whether any changed; when they are in line, it only reads.
    /// </summary>
    public async Task<bool> FollowCourseAsync(WorkspaceId workspace, CohortId cohort, CancellationToken cancellationToken) =>
        !IsInLine(await FindAsync(workspace, cohort, cancellationToken)) && await BringInLineAsync(workspace, cohort, cancellationToken);

    private Task<bool> BringInLineAsync(WorkspaceId workspace, CohortId cohort, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var facts = await FindAsync(session, workspace, cohort);
                if (IsInLine(facts))
                    return false;
                var draft = new CohortDraft(facts, facts with { Slots = CohortPlanner.Plan(facts, facts) });
                await rows.SaveSlotsAsync(session, draft, cancellationToken);
                var (before, after) = CohortDifference.Between(draft);
                await audit.WriteAsync(session, workspace, cohort, MemberKey.CohortBot, new AuditChange("course", facts.Cohort.Course.Value, before, after));
                return true;
            },
            cancellationToken);

    private static bool IsInLine(CohortFacts facts) => facts.Cohort.State == CohortState.Closed || HasSlotForEachLesson(facts);

    private static bool HasSlotForEachLesson(CohortFacts facts)
    {
        var wanted = facts.Course.Lessons.Select(lesson => (lesson.Id, Number: (long)lesson.Number)).ToHashSet();
        var gone = facts.ToCome.Where(slot => facts.Course.Find(slot.Lesson) is null);
        return !gone.Any() && wanted.IsSubsetOf(facts.Slots.Select(slot => (slot.Lesson, slot.Number)));
    }

    private async Task<CohortDraft> MakeAsync(Session session, ChangeRequest request, CancellationToken cancellationToken)
    {
        var draft = await DraftAsync(session, request);
        if (draft.Fingerprint != request.Confirmed)
            throw new CommandException("cohorts.stale");
        await rows.SaveAsync(session, draft, cancellationToken);
        var (before, after) = CohortDifference.Between(draft);
        await audit.WriteAsync(session, request.Workspace, request.Cohort, request.By, new AuditChange(request.Action, draft.After.Cohort.Name, before, after));
        return draft with { IsDone = true };
    }

    private async Task<CohortDraft> DraftAsync(Session session, ChangeRequest request)
    {
        var before = await FindAsync(session, request.Workspace, request.Cohort);
        before.Cohort.RefuseClosed();
        var after = request.Change(before);
        return new CohortDraft(before, after with { Slots = after.Cohort.State == CohortState.Closed ? before.Slots : CohortPlanner.Plan(before, after) });
    }

    private async Task<CohortFacts> FindAsync(Session session, WorkspaceId workspace, CohortId id)
    {
        var cohort = await CohortStore.FindAsync(session, workspace, id) ?? throw new CommandException("cohorts.unknown", ("cohort", id));
        return new CohortFacts
        {
            Cohort = cohort,
            Course = library.Shelf.Find(cohort.Course) ?? throw new CommandException("cohorts.course_gone", ("course", cohort.Course)),
            Slots = await LessonSlots.ListAsync(session, workspace, id),
            OwnHolidays = await CohortHolidays.ListAsync(session, workspace, id),
            Now = time.GetUtcNow(),
        };
    }
}
