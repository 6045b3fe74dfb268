using CohortBot.Chat;
using CohortBot.Chat.Sending;
using CohortBot.Privacy;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace CohortBot.Tests.Privacy;

/// <summary>When the database's files are written anew after an erasure.</summary>
public sealed class ErasureAftermathTests
{
    [Fact]
    public async Task An_erasure_does_not_wait_for_the_files_and_wakes_whoever_writes_them_anew()
    {
        await using var test = await TestDatabase.CreateAsync();
        using var aftermath = Create(test);
        var scrubs = 0;
        test.Faults.Scrub = () => Task.FromResult(++scrubs > 0);
        aftermath.Ask();

        await aftermath.BeginAsync(CancellationToken.None);
        Assert.Equal(0, scrubs);
        Assert.True(aftermath.Begun.IsCompleted);

        await aftermath.RunAsync(CancellationToken.None);
        await aftermath.RunAsync(CancellationToken.None);
        Assert.Equal(1, scrubs);
        Assert.False(aftermath.Begun.IsCompleted);
    }

    [Fact]
    public async Task What_is_in_the_way_is_met_ever_more_seldom()
    {
        await using var test = await TestDatabase.CreateAsync();
        using var aftermath = Create(test);
        List<int> tries = [];
        var minute = 0;
        test.Faults.Scrub = () =>
        {
            tries.Add(minute);
            return Task.FromResult(false);
        };
        aftermath.Ask();

        for (; minute < 60; minute++)
        {
            await aftermath.RunAsync(CancellationToken.None);
            ((ManualClock)test.Clock).Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([0, 5, 15, 35], tries);
    }

    [Fact]
    public async Task A_write_that_comes_while_the_file_is_written_anew_waits_its_turn()
    {
        if (TestStorage.IsPostgreSql)
            return; // there each table is locked by itself, by the server
        await using var test = await TestDatabase.CreateAsync();
        List<string> order = [];
        TaskCompletionSource reached = new(), go = new();
        test.Faults.Scrub = async () =>
        {
            reached.SetResult();
            await go.Task;
            for (var turn = 0; turn < 100_000 && order.Count == 0; turn++)
                await Task.Yield(); // a write that does not wait has all the turns it needs
            order.Add("file");
            return true;
        };

        var scrubbing = test.Database.ScrubAsync(CancellationToken.None);
        await reached.Task;
        var writing = test.Database.WriteAsync(
            session =>
            {
                order.Add("write");
                return Task.CompletedTask;
            },
            CancellationToken.None);
        go.SetResult();

        Assert.True(await scrubbing);
        await writing;
        Assert.Equal(["file", "write"], order);
    }

    private static ErasureAftermath Create(TestDatabase test) => new(
        new Withdrawals(test.Database, new Chats([new FakeChat(test.Clock)]), test.Clock, NullLogger<Withdrawals>.Instance),
        new DatabaseScrub(test.Database, NullLogger<DatabaseScrub>.Instance),
        test.Clock);
}
