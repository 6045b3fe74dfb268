using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Commands;
using CohortBot.Storage;

namespace CohortBot.Tests.Cohorts;

public sealed class CohortScopeTests
{
    private static readonly CohortId One = new(1);

    [Fact]
    public async Task A_lab_thread_belongs_to_its_cohort_wherever_it_stands()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        await world.Get<Database>().WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO lab_threads (workspace, cohort, lab, owner, channel, thread, opened_at, last_read_at)
                VALUES ('local', 1, 'fit', '*', 'dm:amina', 't1', 0, 0)
                """),
            CancellationToken.None);

        Assert.Equal(One, await FindAsync(world, new Place(WorkspaceId.Local, "dm:amina", "t1")));
        Assert.Null(await FindAsync(world, new Place(WorkspaceId.Local, "dm:amina", "t2")));
    }

    [Fact]
    public async Task A_thread_under_the_channel_belongs_to_the_cohort()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        Assert.Equal(One, await FindAsync(world, new Place(WorkspaceId.Local, "map", "any")));
    }

    [Fact]
    public async Task A_channel_goes_on_to_its_next_cohort()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        await world.ConfirmAsync("olga", "cohort close");
        Assert.Equal(One, await FindAsync(world, new Place(WorkspaceId.Local, "map")));
        await world.ConfirmAsync("olga", CohortWorld.Create);
        Assert.Equal(new CohortId(2), await FindAsync(world, new Place(WorkspaceId.Local, "map")));
        Assert.Equal(new CohortId(2), await FindAsync(world, new Place(WorkspaceId.Local, "map"), "the map"));
        Assert.Equal(One, await FindAsync(world, new Place(WorkspaceId.Local, "map"), "1"));
    }

    [Fact]
    public async Task Nothing_crosses_workspaces()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        var other = new WorkspaceId("slack:T1");
        Assert.Null(await FindAsync(world, new Place(other, "map")));
        await Assert.ThrowsAsync<CommandException>(() => FindAsync(world, new Place(other, "map"), "1"));
        await Assert.ThrowsAsync<CommandException>(() => FindAsync(world, new Place(other, "map"), "The map"));
    }

    private static Task<CohortId?> FindAsync(CohortWorld world, Place place, string? named = null) =>
        world.Get<ICohortScope>().FindAsync(place, named, CancellationToken.None);
}
