using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Access;

/// <summary>Who may do what, by workspace and by cohort.</summary>
internal sealed class RoleStore(Database database, TimeProvider time)
{
    /// <summary>The role that counts in a cohort: the higher of the workspace's and the cohort's own.</summary>
    public Task<Role> FindAsync(WorkspaceId workspace, CohortId cohort, MemberKey member, CancellationToken cancellationToken) =>
        database.ReadAsync(session => FindAsync(session, workspace, cohort, member), cancellationToken);

    /// <summary>The same inside a transaction.</summary>
    public static async Task<Role> FindAsync(Session session, WorkspaceId workspace, CohortId cohort, MemberKey member)
    {
        var names = await session.QueryAsync<string>(
            "SELECT role FROM roles WHERE workspace = @workspace AND member = @member AND cohort IN (0, @cohort)", new { workspace, cohort, member });
        return names.Select(Enum.Parse<Role>).DefaultIfEmpty(Role.Member).Max();
    }

    /// <summary>Gives a role; <see cref="Role.Member"/> takes whatever stood there. Cohort 0 is the whole workspace.</summary>
    public Task GiveAsync(WorkspaceId workspace, CohortId cohort, MemberKey member, Role role, CancellationToken cancellationToken) =>
        database.WriteAsync(session => GiveAsync(session, workspace, cohort, member, role), cancellationToken);

    /// <summary>The same inside a transaction.</summary>
    public Task GiveAsync(Session session, WorkspaceId workspace, CohortId cohort, MemberKey member, Role role) =>
        role == Role.Member
            ? session.ExecuteAsync("DELETE FROM roles WHERE workspace = @workspace AND cohort = @cohort AND member = @member", new { workspace, cohort, member })
            : session.ExecuteAsync(
                """
                INSERT INTO roles (workspace, cohort, member, role, given_at) VALUES (@workspace, @cohort, @member, @name, @now)
                ON CONFLICT (workspace, cohort, member) DO UPDATE SET role = excluded.role, given_at = excluded.given_at
                """,
                new { workspace, cohort, member, name = role.ToString(), now = time.GetUtcNow() });

    /// <summary>Everybody with at least a role in a cohort.</summary>
    public Task<IReadOnlyList<MemberKey>> ListAsync(WorkspaceId workspace, CohortId cohort, Role least, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var rows = await session.QueryAsync<GivenRole>(
                    "SELECT member, role FROM roles WHERE workspace = @workspace AND cohort IN (0, @cohort)", new { workspace, cohort });
                return (IReadOnlyList<MemberKey>)[.. rows.Where(row => Enum.Parse<Role>(row.Role) >= least).Select(row => row.Member).Distinct()];
            },
            cancellationToken);

    private sealed record GivenRole
    {
        public required MemberKey Member { get; init; }

        public required string Role { get; init; }
    }
}
