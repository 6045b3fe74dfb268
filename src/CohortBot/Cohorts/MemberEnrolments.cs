using CohortBot.Access;
using CohortBot.Storage;

namespace CohortBot.Cohorts;

/// <summary>What is kept about the cohorts that a member takes part in. The enrolments stay, ended, since cohorts are counted by them.</summary>
internal sealed class MemberEnrolments(TimeProvider time) : IMemberData
{
    /// <inheritdoc/>
    public Task EraseAsync(Session session, KnownMember member) =>
        session.ExecuteAsync(
            "UPDATE enrolments SET left_at = @now WHERE workspace = @Workspace AND member = @Key AND left_at IS NULL",
            new { member.Workspace, member.Key, now = time.GetUtcNow() });

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptRows>> ListAsync(Session session, KnownMember member) =>
    [
        new("enrolments", await session.QueryAsync<dynamic>(
            """
            SELECT enrolment.cohort, cohorts.name, enrolment.joined_at, enrolment.left_at FROM enrolments AS enrolment
            JOIN cohorts ON cohorts.workspace = enrolment.workspace AND cohorts.id = enrolment.cohort
            WHERE enrolment.workspace = @Workspace AND enrolment.member = @Key ORDER BY enrolment.joined_at
            """,
            new { member.Workspace, member.Key })),
    ];
}
