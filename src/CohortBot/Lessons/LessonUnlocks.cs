using CohortBot.Access;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Storage;

namespace CohortBot.Lessons;

/// <summary>Lessons that a facilitator opened by hand, for everybody or for one member.</summary>
internal sealed class LessonUnlocks(TimeProvider time)
{
    /// <summary>Opens a lesson. Twice is once; returns whether anything changed.</summary>
    public async Task<bool> OpenAsync(Session session, Unlock unlock, MemberKey by) =>
        await session.ExecuteAsync(
            """
            INSERT INTO lesson_unlocks (workspace, cohort, lesson, member, unlocked_at, unlocked_by)
            VALUES (@Workspace, @Id, @Lesson, @Member, @now, @by)
            ON CONFLICT (workspace, cohort, lesson, member) DO NOTHING
            """,
            new { unlock.Cohort.Workspace, unlock.Cohort.Id, unlock.Lesson, unlock.Member, now = time.GetUtcNow(), by }) > 0;

    /// <summary>Takes an opening back. Returns whether there was one.</summary>
    public static async Task<bool> CloseAsync(Session session, Unlock unlock) =>
        await session.ExecuteAsync(
            "DELETE FROM lesson_unlocks WHERE workspace = @Workspace AND cohort = @Id AND lesson = @Lesson AND member = @Member",
            new { unlock.Cohort.Workspace, unlock.Cohort.Id, unlock.Lesson, unlock.Member }) > 0;

    /// <summary>The lessons that are open to a member by hand.</summary>
    public static Task<IReadOnlyList<LessonId>> ListAsync(Session session, Cohort cohort, MemberKey member) =>
        session.QueryAsync<LessonId>(
            "SELECT DISTINCT lesson FROM lesson_unlocks WHERE workspace = @Workspace AND cohort = @Id AND member IN (@member, '*')",
            new { cohort.Workspace, cohort.Id, member });

    /// <summary>Whether a lesson was opened to everybody.</summary>
    public static async Task<bool> IsOpenToAllAsync(Session session, Cohort cohort, LessonId lesson) =>
        (await ListAsync(session, cohort, MemberKey.Everybody)).Contains(lesson);
}

/// <summary>One opening: a lesson of a cohort, for one member or <see cref="MemberKey.Everybody"/>.</summary>
internal sealed record Unlock(Cohort Cohort, LessonId Lesson, MemberKey Member);
