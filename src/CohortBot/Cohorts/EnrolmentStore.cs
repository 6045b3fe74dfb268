using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Cohorts;

/// <summary>Keeps who takes part in which cohort. Leaving and returning keeps what was done.</summary>
internal sealed class EnrolmentStore(Database database, TimeProvider time)
{
    /// <summary>Whether a member takes part now.</summary>
    public Task<bool> IsEnrolledAsync(WorkspaceId workspace, CohortId cohort, MemberKey member, CancellationToken cancellationToken) =>
        database.ReadAsync(session => IsEnrolledAsync(session, workspace, cohort, member), cancellationToken);

    /// <summary>The same inside a transaction.</summary>
    public static async Task<bool> IsEnrolledAsync(Session session, WorkspaceId workspace, CohortId cohort, MemberKey member) =>
        await session.ScalarAsync<long>(
            "SELECT COUNT(*) FROM enrolments WHERE workspace = @workspace AND cohort = @cohort AND member = @member AND left_at IS NULL",
            new { workspace, cohort, member }) > 0;

    /// <summary>The cohort of a member who takes part now, or null when the member does not.</summary>
    public static Task<Cohort?> FindCohortAsync(Session session, WorkspaceId workspace, CohortId cohort, MemberKey member) =>
        session.FindAsync<Cohort>(
            """
            SELECT cohorts.* FROM enrolments
            JOIN cohorts ON cohorts.workspace = enrolments.workspace AND cohorts.id = enrolments.cohort
            WHERE enrolments.workspace = @workspace AND enrolments.cohort = @cohort AND enrolments.member = @member AND enrolments.left_at IS NULL
            """,
            new { workspace, cohort, member });

    /// <summary>The members who take part now.</summary>
    public Task<IReadOnlyList<MemberKey>> ListAsync(WorkspaceId workspace, CohortId cohort, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<MemberKey>(
                "SELECT member FROM enrolments WHERE workspace = @workspace AND cohort = @cohort AND left_at IS NULL ORDER BY joined_at, member",
                new { workspace, cohort }),
            cancellationToken);

    /// <summary>Enrols a member, or takes one back who had left. Returns whether anything changed.</summary>
    public async Task<bool> JoinAsync(Session session, WorkspaceId workspace, CohortId cohort, MemberKey member) =>
        await session.ExecuteAsync(
            """
            INSERT INTO enrolments (workspace, cohort, member, joined_at) VALUES (@workspace, @cohort, @member, @now)
            ON CONFLICT (workspace, cohort, member) DO UPDATE SET left_at = NULL WHERE enrolments.left_at IS NOT NULL
            """,
            new { workspace, cohort, member, now = time.GetUtcNow() }) > 0;

    /// <summary>Notes that a member left; what was done stays. Returns whether anything changed.</summary>
    public async Task<bool> LeaveAsync(Session session, WorkspaceId workspace, CohortId cohort, MemberKey member) =>
        await session.ExecuteAsync(
            "UPDATE enrolments SET left_at = @now WHERE workspace = @workspace AND cohort = @cohort AND member = @member AND left_at IS NULL",
            new { workspace, cohort, member, now = time.GetUtcNow() }) > 0;
}
