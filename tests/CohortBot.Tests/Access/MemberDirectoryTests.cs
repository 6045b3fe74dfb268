using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Tests.Fakes;
using CohortBot.Texts;

namespace CohortBot.Tests.Access;

public sealed class MemberDirectoryTests
{
    private static readonly ChatUser Amina = new(new UserRef(WorkspaceId.Local, "amina"), "Amina", "Europe/Berlin", "de-AT");

    [Fact]
    public async Task A_person_who_is_met_twice_is_one_member()
    {
        await using var test = await TestDatabase.CreateAsync();
        await new WorkspaceStore(test.Database, test.Clock).AddAsync(WorkspaceId.Local, "Local", CancellationToken.None);
        var members = new MemberDirectory(test.Database, test.Clock);

        var first = await members.MeetAsync(Amina, CancellationToken.None);
        var again = await members.MeetAsync(Amina with { Name = "Amina K." }, CancellationToken.None);

        Assert.Equal(first.Key, again.Key);
        Assert.Equal("Amina K.", (await members.FindAsync(Amina.User, CancellationToken.None))!.Name);
        Assert.Equal(Locale.German, first.Locale);
    }

    [Fact]
    public async Task The_higher_of_two_roles_counts()
    {
        await using var test = await TestDatabase.CreateAsync();
        await new WorkspaceStore(test.Database, test.Clock).AddAsync(WorkspaceId.Local, "Local", CancellationToken.None);
        var member = await new MemberDirectory(test.Database, test.Clock).MeetAsync(Amina, CancellationToken.None);
        var roles = new RoleStore(test.Database, test.Clock);

        await roles.GiveAsync(WorkspaceId.Local, new CohortId(3), member.Key, Role.Facilitator, CancellationToken.None);
        await roles.GiveAsync(WorkspaceId.Local, CohortId.Workspace, member.Key, Role.Observer, CancellationToken.None);

        Assert.Equal(Role.Facilitator, await roles.FindAsync(WorkspaceId.Local, new CohortId(3), member.Key, CancellationToken.None));
        Assert.Equal(Role.Observer, await roles.FindAsync(WorkspaceId.Local, new CohortId(4), member.Key, CancellationToken.None));
    }
}
