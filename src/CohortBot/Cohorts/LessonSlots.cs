using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Storage;

namespace CohortBot.Cohorts;

/// <summary>Keeps the calendars: which lesson of which cohort is due when, and how it stands.</summary>
internal sealed class LessonSlots(Database database)
{
    /// <summary>A cohort's slots, newest editions only, in the order of the course.</summary>
    public Task<IReadOnlyList<LessonSlot>> ListAsync(WorkspaceId workspace, CohortId cohort, CancellationToken cancellationToken) =>
        database.ReadAsync(session => ListAsync(session, workspace, cohort), cancellationToken);

    /// <summary>The same inside a transaction.</summary>
    public static Task<IReadOnlyList<LessonSlot>> ListAsync(Session session, WorkspaceId workspace, CohortId cohort) =>
        session.QueryAsync<LessonSlot>(
            """
            SELECT * FROM lesson_slots AS slot
            WHERE workspace = @workspace AND cohort = @cohort
              AND edition = (SELECT MAX(edition) FROM lesson_slots AS newer
                             WHERE newer.workspace = slot.workspace AND newer.cohort = slot.cohort AND newer.lesson = slot.lesson)
            ORDER BY number
            """,
            new { workspace, cohort });

    /// <summary>The newest edition of a lesson's slot, or null.</summary>
    public static Task<LessonSlot?> FindAsync(Session session, WorkspaceId workspace, CohortId cohort, LessonId lesson) =>
        session.FindAsync<LessonSlot>(
            "SELECT * FROM lesson_slots WHERE workspace = @workspace AND cohort = @cohort AND lesson = @lesson ORDER BY edition DESC LIMIT 1",
            new { workspace, cohort, lesson });

    /// <summary>Writes a slot as it is given: added, or replacing the same edition.</summary>
    public static Task SaveAsync(Session session, LessonSlot slot) =>
        session.ExecuteAsync(
            """
            INSERT INTO lesson_slots (workspace, cohort, lesson, edition, number, state, due_at, due_local, moved_because, posted_at)
            VALUES (@Workspace, @Cohort, @Lesson, @Edition, @Number, @state, @DueAt, @DueLocal, @MovedBecause, @PostedAt)
            ON CONFLICT (workspace, cohort, lesson, edition) DO UPDATE SET
                number = excluded.number, state = excluded.state, due_at = excluded.due_at, due_local = excluded.due_local,
                moved_because = excluded.moved_because, posted_at = excluded.posted_at
            """,
            new
            {
                slot.Workspace,
                slot.Cohort,
                slot.Lesson,
                slot.Edition,
                slot.Number,
                state = slot.State.ToString(),
                slot.DueAt,
                slot.DueLocal,
                slot.MovedBecause,
                slot.PostedAt,
            });
}
