using CohortBot.Storage;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Storage;

public sealed class WriteQueueTests
{
    [Fact]
    public async Task Writes_that_read_first_and_write_then_lose_nothing_however_many_there_are()
    {
        await using var test = await TestDatabase.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => test.Database.WriteAsync(AddOneAsync, CancellationToken.None))));
        Assert.Equal("500", await FindAsync(test.Database, "count"));
    }

    [Fact]
    public async Task A_write_that_throws_takes_back_its_own_rows_and_no_others()
    {
        await using var test = await TestDatabase.CreateAsync();
        await using var hold = await Hold.OnAsync(test.Database);
        var before = SaveAsync(test.Database, "before");
        var broken = test.Database.WriteAsync(
            async session =>
            {
                await SaveAsync(session, "broken");
                throw new InvalidOperationException("on purpose");
            },
            CancellationToken.None);
        var refused = test.Database.WriteAsync(
            async session =>
            {
                await SaveAsync(session, "refused");
                await session.ExecuteAsync("INSERT INTO settings (name, value) VALUES ('refused', 'again')");
            },
            CancellationToken.None);
        var after = SaveAsync(test.Database, "after");
        await hold.DisposeAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => broken);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => refused);
        await Task.WhenAll(before, after);
        Assert.Equal(["after", "before", "held"], await ListAsync(test.Database));
    }

    [Fact]
    public async Task A_write_that_was_given_up_before_its_turn_is_never_run()
    {
        await using var test = await TestDatabase.CreateAsync();
        await using var hold = await Hold.OnAsync(test.Database);
        using var cancellation = new CancellationTokenSource();
        var wasRun = false;
        var given = test.Database.WriteAsync(
            _ =>
            {
                wasRun = true;
                return Task.CompletedTask;
            },
            cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        await hold.DisposeAsync();
        await SaveAsync(test.Database, "next");
        Assert.False(wasRun);
    }

    [Fact]
    public async Task A_write_that_is_cancelled_at_work_takes_back_its_rows()
    {
        await using var test = await TestDatabase.CreateAsync();
        using var cancellation = new CancellationTokenSource();
        var cancelled = test.Database.WriteAsync(
            async session =>
            {
                await SaveAsync(session, "half");
                await cancellation.CancelAsync();
                await SaveAsync(session, "other half");
            },
            cancellation.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Empty(await ListAsync(test.Database));
    }

    [Fact]
    public async Task What_is_to_be_done_after_the_commit_finds_the_rows_and_is_not_done_without_one()
    {
        await using var test = await TestDatabase.CreateAsync();
        List<string> done = [];
        await using var hold = await Hold.OnAsync(test.Database);
        var stands = test.Database.WriteAsync(session => SaveAndAsync(session, "stands"), CancellationToken.None);
        var falls = test.Database.WriteAsync(
            async session =>
            {
                await SaveAndAsync(session, "falls");
                throw new InvalidOperationException("on purpose");
            },
            CancellationToken.None);
        await hold.DisposeAsync();
        await stands;
        await Assert.ThrowsAsync<InvalidOperationException>(() => falls);
        Assert.Equal(["stands"], done);

        Task<int> SaveAndAsync(Session session, string name)
        {
            session.AfterCommit(() => done.Add(name));
            return SaveAsync(session, name);
        }
    }

    [Fact]
    public async Task A_write_keeps_the_context_of_whoever_asked_for_it()
    {
        await using var test = await TestDatabase.CreateAsync();
        var trace = new AsyncLocal<string> { Value = "mine" };
        Assert.Equal("mine", await test.Database.WriteAsync(_ => Task.FromResult(trace.Value), CancellationToken.None));
    }

    [Fact]
    public async Task What_waits_when_the_database_is_closed_is_still_written()
    {
        await using var test = await TestDatabase.CreateAsync();
        await using (var closing = test.Open("closing"))
        {
            var hold = await Hold.OnAsync(closing);
            var waiting = SaveAsync(closing, "waiting");
            var close = closing.DisposeAsync();
            await hold.DisposeAsync();
            await close;
            await waiting;
            await Assert.ThrowsAsync<ObjectDisposedException>(() => SaveAsync(closing, "too late"));
        }

        Assert.Equal(["held", "waiting"], await ListAsync(test.Database));
    }

    private static async Task AddOneAsync(Session session)
    {
        var count = int.Parse(await session.FindAsync<string>("SELECT value FROM settings WHERE name = 'count'") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        await session.ExecuteAsync(
            "INSERT INTO settings (name, value) VALUES ('count', @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", new { value = $"{count + 1}" });
    }

    private static Task<string?> FindAsync(Database database, string name) =>
        database.ReadAsync(session => session.FindAsync<string>("SELECT value FROM settings WHERE name = @name", new { name }), CancellationToken.None);

    private static Task<IReadOnlyList<string>> ListAsync(Database database) =>
        database.ReadAsync(session => session.QueryAsync<string>("SELECT name FROM settings ORDER BY name"), CancellationToken.None);

    private static Task<int> SaveAsync(Database database, string name) => database.WriteAsync(session => SaveAsync(session, name), CancellationToken.None);

    private static Task<int> SaveAsync(Session session, string name) =>
        session.ExecuteAsync("INSERT INTO settings (name, value) VALUES (@name, 'x')", new { name });

    /// <summary>A write that takes its time, so that others gather behind it.</summary>
    private sealed class Hold : IAsyncDisposable
    {
        private readonly TaskCompletionSource _started = new();
        private readonly TaskCompletionSource _letGo = new();
        private Task _work = Task.CompletedTask;

        public static async Task<Hold> OnAsync(Database database)
        {
            var hold = new Hold();
            hold._work = database.WriteAsync(
                async session =>
                {
                    await SaveAsync(session, "held");
                    hold._started.SetResult();
                    await hold._letGo.Task;
                },
                CancellationToken.None);
            await hold._started.Task;
            return hold;
        }

        public async ValueTask DisposeAsync()
        {
            _letGo.TrySetResult();
            await _work;
        }
    }
}
