using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using Moq;

namespace CohortBot.Tests.Cohorts;

public sealed class CohortMembersTests
{
    private static readonly CohortId One = new(1);

    [Fact]
    public async Task Joining_says_what_is_next_in_the_members_own_time()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        await world.MeetAsync("ravi", Role.Member, "Asia/Kolkata");

        var reply = await world.RunAsync("ravi", "my join cohort:1");
        Assert.True(reply.IsPrivate);
        Assert.Contains("The next lesson is 1. Title 1: Thu 3 Dec, 13:30 (UTC+05:30), your time (Asia/Kolkata)", CohortWorld.Text(reply.Document), StringComparison.Ordinal);
        Assert.Contains("time of Europe/Berlin", await world.SayAsync("amina", "my join"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Joining_twice_is_once_and_a_return_keeps_the_day_of_joining()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        await world.SayAsync("amina", "my join");
        Assert.Contains("already", await world.SayAsync("amina", "my join"), StringComparison.Ordinal);
        Assert.Single(await world.Get<EnrolmentStore>().ListAsync(WorkspaceId.Local, One, CancellationToken.None));

        Assert.Contains("What you did is kept", await world.SayAsync("amina", "my leave"), StringComparison.Ordinal);
        Assert.Contains("You are not in", await world.SayAsync("amina", "my leave"), StringComparison.Ordinal);
        Assert.Empty(await world.Get<EnrolmentStore>().ListAsync(WorkspaceId.Local, One, CancellationToken.None));
        Assert.Contains("Welcome back", await world.SayAsync("amina", "my join"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_joiner_hears_which_lessons_are_open()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        await world.MarkPostedAsync(1);
        await world.MarkPostedAsync(2);
        var reply = await world.RunAsync("amina", "my join");
        Assert.Contains("2 lessons are open already. /my lessons shows", CohortWorld.Text(reply.Document), StringComparison.Ordinal);
        Assert.Contains(reply.Document.Blocks.OfType<ButtonRow>().SelectMany(row => row.Buttons), button => button.Action == "my lessons cohort:1");
    }

    [Fact]
    public async Task Where_no_cohort_is_joining_is_refused_in_words()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        Assert.Contains("belongs to no cohort", await world.SayAsync("amina", "my join", "general"), StringComparison.Ordinal);
        Assert.Contains("There is no cohort “9”", await world.SayAsync("amina", "my join cohort:9"), StringComparison.Ordinal);
        Assert.Contains("Did you mean “The map”", await world.SayAsync("amina", "my join cohort:\"The mapp\""), StringComparison.Ordinal);
        Assert.Contains("You are in", await world.SayAsync("amina", "my join cohort:\"the map\"", "general"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enrolling_gives_a_result_a_person_and_tells_each_privately()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        List<string> told = [];
        world.Chat.Setup(chat => chat.TellAsync(It.IsAny<UserRef>(), It.IsAny<DeliveryId>(), It.IsAny<Document>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((UserRef user, DeliveryId _, Document _, CancellationToken _) =>
            {
                told.Add(user.User);
                return new MessageRef(new Place(WorkspaceId.Local, $"dm:{user.User}"), "1");
            });

        var text = await world.SayAsync("frank", "cohort enrol person:\"@amina, zoe, @nobody, @Amina\"");
        Assert.Equal(
            ["Amina is in now and was told what comes next.", "Zoe is in now and was told what comes next.", "Nobody here is called “nobody”. Type @ and a name, or the platform's own id.", "Amina was in already."],
            text.Split('\n'));
        Assert.Equal(["amina", "zoe"], told);
        Assert.Contains("Amina is out now", await world.SayAsync("frank", "cohort enrol @amina remove"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_two_share_must_be_told_apart()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        await world.Get<MemberDirectory>().MeetAsync(new ChatUser(new UserRef(WorkspaceId.Local, "amina2"), "Amina"), CancellationToken.None);
        await world.Get<MemberDirectory>().MeetAsync(new ChatUser(new UserRef(WorkspaceId.Local, "x1"), "Ben"), CancellationToken.None);
        await world.Get<MemberDirectory>().MeetAsync(new ChatUser(new UserRef(WorkspaceId.Local, "x2"), "ben"), CancellationToken.None);
        Assert.Contains("Say which one: @x1, @x2", await world.SayAsync("frank", "cohort enrol @ben"), StringComparison.Ordinal);
        Assert.Contains("Did you mean @Frank?", await world.SayAsync("olga", "cohort role @Frannk observer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_facilitator_gives_lower_roles_in_an_own_cohort_only()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        var gina = await world.MeetAsync("gina", Role.Member);
        await world.Get<RoleStore>().GiveAsync(WorkspaceId.Local, One, gina.Key, Role.Facilitator, CancellationToken.None);

        Assert.Contains("has the role assistant in this cohort", await world.SayAsync("gina", "cohort role @amina assistant"), StringComparison.Ordinal);
        foreach (var line in new[] { "@amina facilitator", "@amina observer workspace", "@frank member", "@gina owner workspace", "@olga member" })
            Assert.Contains("Facilitators can give the roles", await world.SayAsync("gina", $"cohort role {line}"), StringComparison.Ordinal);
        Assert.Contains("Only people with the role", await world.SayAsync("gina", "cohort role @amina observer", "general"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_keeps_an_owner()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        Assert.Contains("is the only owner", await world.SayAsync("olga", "cohort role @olga member workspace"), StringComparison.Ordinal);
        Assert.Contains("owns the whole workspace", await world.SayAsync("olga", "cohort role @amina owner"), StringComparison.Ordinal);
        Assert.Contains("in the whole workspace", await world.SayAsync("olga", "cohort role @amina owner workspace"), StringComparison.Ordinal);
        Assert.Contains("in the whole workspace", await world.SayAsync("amina", "cohort role @olga member workspace"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_shows_only_cohorts_that_the_caller_may_look_at()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        await world.ConfirmAsync("olga", CohortWorld.Create.Replace("#map", "#second", StringComparison.Ordinal) + " name:Second");
        var ida = await world.MeetAsync("ida", Role.Member);
        await world.Get<RoleStore>().GiveAsync(WorkspaceId.Local, One, ida.Key, Role.Observer, CancellationToken.None);
        await world.SayAsync("amina", "my join");

        Assert.Contains("1. The map (map) | running | 1 | Thu 3 Dec, 09:00 (UTC+01:00)", await world.SayAsync("ida", "cohort list"), StringComparison.Ordinal);
        Assert.DoesNotContain("Second", await world.SayAsync("ida", "cohort list"), StringComparison.Ordinal);
        Assert.Contains("2. Second", await world.SayAsync("frank", "cohort list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_staff_channel_means_a_cohort_only_while_there_is_one()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        Assert.Contains("What comes next in The map", await world.SayAsync("frank", "cohort preview", "facilitators"), StringComparison.Ordinal);
        await world.ConfirmAsync("olga", CohortWorld.Create.Replace("#map", "#second", StringComparison.Ordinal) + " name:Second");
        Assert.Contains("belongs to no cohort", await world.SayAsync("frank", "cohort preview", "facilitators"), StringComparison.Ordinal);
        Assert.Contains("What comes next in Second", await world.SayAsync("frank", "cohort preview cohort:second", "facilitators"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_can_be_chosen()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        Assert.Contains("There it is Tue 1 Dec, 17:00 (UTC+09:00)", await world.SayAsync("amina", "my zone asia/tokyo"), StringComparison.Ordinal);
        Assert.Contains("Did you mean Asia/Tokyo", await world.SayAsync("amina", "my zone Asia/Tokio"), StringComparison.Ordinal);
        Assert.Contains("your time (Asia/Tokyo)", await world.SayAsync("amina", "my join"), StringComparison.Ordinal);
    }
}
