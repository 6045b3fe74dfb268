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
        if (before.Cohort.State == CohortState.Closed)
            throw new CommandException("cohorts.closed", ("cohort", before.Cohort.Name), ("date", CohortClock.Day(before.Cohort.ClosedAt ?? before.Now, before.Cohort.Zone)));
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
