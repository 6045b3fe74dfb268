using System.Security.Cryptography;
using CohortBot.Chat;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot.Access;

/// <summary>Knows who is behind an account.</summary>
internal sealed class MemberDirectory(Database database, TimeProvider time)
{
    private const string Columns = "workspace, member AS Key, platform_user, name, locale, zone";

    /// <summary>The member behind an account; one that was never met is added. Twice is once.</summary>
    public async Task<Member> MeetAsync(ChatUser user, CancellationToken cancellationToken)
    {
        var known = await FindAsync(user.User, cancellationToken);
        if (known is not null && known.Name == user.Name)
            return known;
        return await database.WriteAsync(session => MeetAsync(session, user), cancellationToken);
    }

    /// <summary>The same inside a transaction.</summary>
    public async Task<Member> MeetAsync(Session session, ChatUser user)
    {
        if (await FindAsync(session, user.User) is not { } known)
            return await AddAsync(session, user);
        if (known.Name == user.Name)
            return known;
        await session.ExecuteAsync(
            "UPDATE member_profiles SET name = @Name WHERE workspace = @Workspace AND member = @Key", new { user.Name, known.Workspace, known.Key });
        return known with { Name = user.Name };
    }

    /// <summary>The member behind an account, or null.</summary>
    public Task<Member?> FindAsync(UserRef user, CancellationToken cancellationToken) =>
        database.ReadAsync(session => FindAsync(session, user), cancellationToken);

    /// <summary>The member with a key, or null when unknown or erased.</summary>
    public Task<Member?> FindAsync(WorkspaceId workspace, MemberKey member, CancellationToken cancellationToken) =>
        database.ReadAsync(session => FindAsync(session, workspace, member), cancellationToken);

    /// <summary>The same inside a transaction.</summary>
    public static Task<Member?> FindAsync(Session session, WorkspaceId workspace, MemberKey member) =>
        session.FindAsync<Member>($"SELECT {Columns} FROM member_profiles WHERE workspace = @workspace AND member = @member", new { workspace, member });

    /// <summary>All members of a workspace whose profile stands, by name.</summary>
    public Task<IReadOnlyList<Member>> ListAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<Member>($"SELECT {Columns} FROM member_profiles WHERE workspace = @workspace ORDER BY name", new { workspace }),
            cancellationToken);

    /// <summary>Keeps the language that a member chose.</summary>
    public Task ChooseLocaleAsync(Member member, Locale locale, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE member_profiles SET locale = @locale WHERE workspace = @Workspace AND member = @Key",
                new { member.Workspace, member.Key, locale }),
            cancellationToken);

    /// <summary>Keeps the IANA zone that a member chose.</summary>
    public Task ChooseZoneAsync(Member member, string zone, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE member_profiles SET zone = @zone WHERE workspace = @Workspace AND member = @Key", new { member.Workspace, member.Key, zone }),
            cancellationToken);

    private static Task<Member?> FindAsync(Session session, UserRef user) =>
        session.FindAsync<Member>(
            $"SELECT {Columns} FROM member_profiles WHERE workspace = @Workspace AND platform_user = @User", new { user.Workspace, user.User });

    private async Task<Member> AddAsync(Session session, ChatUser user)
    {
        var (workspace, account) = user.User;
        var key = new MemberKey(RandomNumberGenerator.GetHexString(16, lowercase: true));
        await session.ExecuteAsync(
            "INSERT INTO members (workspace, member, created_at) VALUES (@workspace, @key, @now)", new { workspace, key, now = time.GetUtcNow() });
        var locale = user.Locale is null ? (Locale?)null : Locale.Nearest(user.Locale);
        await session.ExecuteAsync(
            """
            INSERT INTO member_profiles (workspace, member, platform_user, name, locale, zone)
            VALUES (@workspace, @key, @account, @Name, @locale, @Zone)
            """,
            new { workspace, key, account, user.Name, locale, user.Zone });
        return new Member { Workspace = workspace, Key = key, PlatformUser = account, Name = user.Name, Locale = locale, Zone = user.Zone };
    }
}
