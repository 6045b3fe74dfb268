using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace CohortBot.Tests.Storage;

public sealed class NodesTests
{
    private readonly ManualClock _clock = new();

    [PostgreSqlFact]
    public async Task A_program_that_gives_no_sign_of_life_is_struck_out_after_five_looks()
    {
        await using var test = await TestDatabase.CreateSharedAsync(_clock);
        using var here = await EnterAsync(test.Database);
        await using var second = test.Open("there");
        using var there = await EnterAsync(second);

        for (var look = 0; look < Nodes.LooksToDie; look++)
            await here.LookAsync(CancellationToken.None);
        Assert.Equal(2, (await ListAsync(test)).Count);
        await here.LookAsync(CancellationToken.None);

        Assert.Equal([test.Database.Node], await ListAsync(test));
        Assert.Equal(1, here.Struck);
    }

    [PostgreSqlFact]
    public async Task One_that_beats_is_never_struck_out()
    {
        await using var test = await TestDatabase.CreateSharedAsync(_clock);
        using var here = await EnterAsync(test.Database);
        await using var second = test.Open("there");
        using var there = await EnterAsync(second);

        for (var look = 0; look < 4 * Nodes.LooksToDie; look++)
        {
            await here.LookAsync(CancellationToken.None);
            if (look % 3 == 0)
                await there.LookAsync(CancellationToken.None);
        }

        Assert.Equal(2, (await ListAsync(test)).Count);
    }

    [PostgreSqlFact]
    public async Task One_that_was_struck_out_has_lost_what_it_had_and_enters_with_a_higher_number()
    {
        await using var test = await TestDatabase.CreateSharedAsync(_clock);
        using var here = await EnterAsync(test.Database);
        var (run, lost) = (here.Run, here.Lost);
        await test.Database.WriteAsync(session => session.ExecuteAsync("DELETE FROM nodes"), CancellationToken.None);

        await here.LookAsync(CancellationToken.None);

        Assert.True(lost.IsCancellationRequested);
        Assert.False(here.Lost.IsCancellationRequested);
        Assert.True(here.Run > run);
    }

    [PostgreSqlFact]
    public async Task Two_programs_that_run_cannot_have_the_same_name()
    {
        await using var test = await TestDatabase.CreateSharedAsync(_clock);
        using var here = await EnterAsync(test.Database);
        await using var second = test.Open(test.Database.Node);
        using var namesake = Over(second);

        var start = namesake.StartAsync(CancellationToken.None);
        await WaitedForAsync(start, () => here.LookAsync(CancellationToken.None));

        var fault = await Assert.ThrowsAsync<StorageException>(() => start);
        Assert.Contains("Storage:Node", fault.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task A_program_that_comes_back_after_a_crash_takes_its_own_place()
    {
        await using var test = await TestDatabase.CreateSharedAsync(_clock);
        long before;
        using (var crashed = await EnterAsync(test.Database))
            before = crashed.Run;
        using var again = Over(test.Database);

        var start = again.StartAsync(CancellationToken.None);
        await WaitedForAsync(start, () => Task.CompletedTask);
        await start;

        Assert.True(again.Run > before);
        Assert.Equal([test.Database.Node], await ListAsync(test));
        await again.StopAsync(CancellationToken.None);
        Assert.Empty(await ListAsync(test));
    }

    [PostgreSqlFact]
    public async Task Programs_that_start_at_the_same_time_migrate_an_empty_database_once()
    {
        await using var storage = await PostgreSqlStorage.CreateEmptyAsync();
        var databases = Enumerable.Range(1, 4)
            .Select(number => new Database(Microsoft.Extensions.Options.Options.Create(new StorageOptions { ConnectionString = storage.Options.ConnectionString, Node = $"{number}" })))
            .ToList();

        await Task.WhenAll(databases.Select(database => Task.Run(() => new Migrator(database, _clock, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None))));

        var steps = await databases[0].ReadAsync(session => session.QueryAsync<long>("SELECT number FROM migrations ORDER BY number"), CancellationToken.None);
        Assert.Equal(steps.Distinct(), steps);
        Assert.Contains(6, steps);
        foreach (var database in databases)
            await database.DisposeAsync();
    }

    // The start looks twice with a pause between; the clock goes on until it has.
    private async Task WaitedForAsync(Task start, Func<Task> meanwhile)
    {
        while (!start.IsCompleted)
        {
            await meanwhile();
            _clock.Advance(Nodes.Beat);
            await Task.WhenAny(start, Task.Delay(20, CancellationToken.None));
        }
    }

    private async Task<Nodes> EnterAsync(Database database)
    {
        var nodes = Over(database);
        await nodes.EnterAsync(CancellationToken.None);
        return nodes;
    }

    private Nodes Over(Database database) => new(database, new NodeStore(database, _clock), _clock, NullLogger<Nodes>.Instance);

    private static async Task<IReadOnlyList<string>> ListAsync(TestDatabase test) =>
        [.. (await test.Database.ReadAsync(NodeStore.ListAsync, CancellationToken.None)).Select(node => node.Node)];
}
