using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Keeps where labs are held.</summary>
internal sealed class LabThreadStore(Database database)
{
    private const string Columns =
        "thread.workspace, thread.cohort, thread.lab, thread.owner, thread.channel, thread.thread, thread.opened_at, thread.last_read_at";

    /// <summary>The thread of a lab, or null when none was opened.</summary>
    public Task<LabThread?> FindAsync(
        WorkspaceId workspace, CohortId cohort, LabId lab, MemberKey owner, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FindAsync<LabThread>(
                $"SELECT {Columns} FROM lab_threads AS thread WHERE workspace = @workspace AND cohort = @cohort AND lab = @lab AND owner = @owner",
                new { workspace, cohort, lab, owner }),
            cancellationToken);

    /// <summary>The threads of all cohorts that were opened since an instant; in one of a closed cohort people are still told so, and helped in a crisis.</summary>
    public Task<IReadOnlyList<LabThread>> ListAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<LabThread>($"SELECT {Columns} FROM lab_threads AS thread WHERE thread.opened_at >= @since", new { since }),
            cancellationToken);

    /// <summary>The threads of the cohorts that are not closed, the most recently used first.</summary>
    public Task<IReadOnlyList<LabThread>> ListOpenAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<LabThread>(
                $"""
                SELECT {Columns} FROM lab_threads AS thread
                JOIN cohorts ON cohorts.workspace = thread.workspace AND cohorts.id = thread.cohort
                WHERE cohorts.closed_at IS NULL ORDER BY thread.last_read_at DESC
                """),
            cancellationToken);

    /// <summary>Adds a thread; one that is there stays as it is.</summary>
    public static Task AddAsync(Session session, LabThread thread) =>
        session.ExecuteAsync(
            """
            INSERT INTO lab_threads (workspace, cohort, lab, owner, channel, thread, opened_at, last_read_at)
            VALUES (@Workspace, @Cohort, @Lab, @Owner, @Channel, @Thread, @OpenedAt, @LastReadAt)
            ON CONFLICT DO NOTHING
            """,
            new { thread.Workspace, thread.Cohort, thread.Lab, thread.Owner, thread.Channel, thread.Thread, thread.OpenedAt, thread.LastReadAt });

    /// <summary>Notes that everything up to an instant was read; it never goes back. Returns whether the thread is there.</summary>
    public static async Task<bool> NoteReadAsync(Session session, LabThread thread, DateTimeOffset at) =>
        await session.ExecuteAsync(
            """
            UPDATE lab_threads SET last_read_at = CASE WHEN last_read_at < @at THEN @at ELSE last_read_at END
            WHERE workspace = @Workspace AND cohort = @Cohort AND lab = @Lab AND owner = @Owner
            """,
            new { thread.Workspace, thread.Cohort, thread.Lab, thread.Owner, at }) > 0;
}
