using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Labs;

namespace CohortBot.Tests.Labs;

public sealed class LabReadingsTests
{
    [Fact]
    public async Task That_a_facilitator_opened_a_members_thread_stands_in_the_history_and_in_the_members_export_once_a_day()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");

        await OpenAsync(world, thread, "frank");
        await OpenAsync(world, thread, "frank");
        Assert.Equal(1, await world.CountAsync("audit WHERE action = 'transcript'"));
        world.Clock.Advance(TimeSpan.FromHours(25));
        await OpenAsync(world, thread, "frank");
        Assert.Equal(2, await world.CountAsync("audit WHERE action = 'transcript'"));

        var entry = (await world.Get<AuditLog>().ListAsync(WorkspaceId.Local, new CohortId(1), 20, CancellationToken.None))[0];
        Assert.Equal((await KeyAsync(world, "frank"), (await KeyAsync(world, "amina")).Value, "fit"), (entry.Member, entry.Subject, entry.After));
        var kept = await ExportAsync(world, "amina");
        Assert.Equal(2, kept.Count);
        Assert.Equal("Frank", (string)kept[0].reader);
        Assert.Empty(await ExportAsync(world, "ben"));
    }

    [Fact]
    public async Task Ones_own_thread_a_shared_one_and_other_places_are_not_noted()
    {
        await using var world = await LabWorld.StartAsync();
        await OpenAsync(world, await world.OpenAsync("amina"), "amina");
        await OpenAsync(world, LabWorld.Channel, "frank");
        await OpenAsync(world, LabWorld.Channel with { Thread = "elsewhere" }, "frank");
        Assert.Equal(0, await world.CountAsync("audit WHERE action = 'transcript'"));

        await using var shared = await LabWorld.StartAsync(LabThreadMode.Shared);
        await OpenAsync(shared, await shared.OpenAsync("amina"), "frank");
        Assert.Equal(0, await shared.CountAsync("audit WHERE action = 'transcript'"));
    }

    private static Task OpenAsync(LabWorld world, Place place, string reader) =>
        world.Get<LabReadings>().NoteAsync(place, new UserRef(WorkspaceId.Local, reader), CancellationToken.None);

    private static async Task<MemberKey> KeyAsync(LabWorld world, string user) =>
        (await world.Get<MemberDirectory>().FindAsync(new UserRef(WorkspaceId.Local, user), CancellationToken.None))!.Key;

    private static async Task<IReadOnlyList<dynamic>> ExportAsync(LabWorld world, string user)
    {
        var key = await KeyAsync(world, user);
        var known = await world.Database.ReadAsync(session => MemberRecords.FindAsync(session, WorkspaceId.Local, key), CancellationToken.None);
        var kept = await world.Database.ReadAsync(session => world.Get<LabReadings>().ListAsync(session, known!), CancellationToken.None);
        return Assert.Single(kept).Rows;
    }
}
