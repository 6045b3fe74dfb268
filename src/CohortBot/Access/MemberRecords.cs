using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Access;

/// <summary>What is kept about who a member is and may do.</summary>
internal sealed class MemberRecords : IMemberData
{
    /// <summary>The member with a key, whether its profile stands or not; null when there never was one.</summary>
    public static Task<KnownMember?> FindAsync(Session session, WorkspaceId workspace, MemberKey key) =>
        session.FindAsync<KnownMember>(
            """
            SELECT member.workspace, member.member AS key, member.erased_at, profile.platform_user FROM members AS member
            LEFT JOIN member_profiles AS profile ON profile.workspace = member.workspace AND profile.member = member.member
            WHERE member.workspace = @workspace AND member.member = @key
            """,
            new { workspace, key });

    /// <summary>Whether a member was erased: nothing of theirs may be written any more.</summary>
    public static async Task<bool> IsErasedAsync(Session session, WorkspaceId workspace, MemberKey key) =>
        await session.ScalarAsync<long>(
            "SELECT COUNT(*) FROM members WHERE workspace = @workspace AND member = @key AND erased_at IS NOT NULL", new { workspace, key }) > 0;

    /// <summary>Whether nobody else owns the workspace that the member owns.</summary>
    public static async Task<bool> IsLastOwnerAsync(Session session, WorkspaceId workspace, MemberKey key)
    {
        var owners = await session.QueryAsync<MemberKey>(
            "SELECT member FROM roles WHERE workspace = @workspace AND cohort = 0 AND role = @owner", new { workspace, owner = nameof(Role.Owner) });
        return owners is [var only] && only == key;
    }

    /// <summary>Notes that a member is erased. The first time stands.</summary>
    public static Task MarkErasedAsync(Session session, KnownMember member, DateTimeOffset at) =>
        session.ExecuteAsync(
            "UPDATE members SET erased_at = @at WHERE workspace = @Workspace AND member = @Key AND erased_at IS NULL", new { member.Workspace, member.Key, at });

    /// <inheritdoc/>
    public async Task EraseAsync(Session session, KnownMember member)
    {
        await session.ExecuteAsync("DELETE FROM member_profiles WHERE workspace = @Workspace AND member = @Key", new { member.Workspace, member.Key });
        await session.ExecuteAsync("DELETE FROM roles WHERE workspace = @Workspace AND member = @Key", new { member.Workspace, member.Key });
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptRows>> ListAsync(Session session, KnownMember member) =>
    [
        new("profile", await session.QueryAsync<dynamic>(
            "SELECT * FROM member_profiles WHERE workspace = @Workspace AND member = @Key", new { member.Workspace, member.Key })),
        new("roles", await session.QueryAsync<dynamic>(
            "SELECT cohort, role, given_at FROM roles WHERE workspace = @Workspace AND member = @Key", new { member.Workspace, member.Key })),
        new("changes", await session.QueryAsync<dynamic>(
            "SELECT cohort, action, subject, before, after, at FROM audit WHERE workspace = @Workspace AND member = @Key ORDER BY id", new { member.Workspace, member.Key })),
    ];
}
