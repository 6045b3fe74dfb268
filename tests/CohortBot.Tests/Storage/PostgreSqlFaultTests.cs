using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace CohortBot.Tests.Storage;

public sealed class PostgreSqlFaultTests
{
    [PostgreSqlFact]
    public async Task A_write_whose_connection_breaks_before_the_commit_is_run_again_and_stands_once()
    {
        await using var test = await TestDatabase.CreateSharedAsync();
        var runs = 0;

        await test.Database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("INSERT INTO audit (workspace, cohort, member, action, subject, at) VALUES ('local', 1, 'm', 'a', 's', 0)");
                if (++runs == 1)
                    await BreakAsync(session);
                await session.ExecuteAsync("UPDATE audit SET after = 'x'");
            },
            CancellationToken.None);

        Assert.Equal(2, runs);
        Assert.Equal(1, await CountAsync(test.Database));
    }

    [PostgreSqlFact]
    public async Task Writes_that_share_a_broken_transaction_all_stand_once()
    {
        await using var test = await TestDatabase.CreateSharedAsync();
        var gathered = new TaskCompletionSource();
        var first = test.Database.WriteAsync(_ => gathered.Task, CancellationToken.None);
        var hasBroken = false;
        var writes = Enumerable.Range(0, 20).Select(number => test.Database.WriteAsync(
            async session =>
            {
                await AddAsync(session, number);
                if (number == 10 && !hasBroken)
                {
                    hasBroken = true;
                    await BreakAsync(session);
                }
            },
            CancellationToken.None)).ToList();

        gathered.SetResult();
        await first;
        await Task.WhenAll(writes);

        Assert.True(hasBroken);
        Assert.Equal(20, await CountAsync(test.Database));
    }

    [PostgreSqlFact]
    public async Task A_commit_whose_answer_is_lost_is_looked_up_and_neither_lost_nor_doubled()
    {
        await using var test = await TestDatabase.CreateSharedAsync();
        var engine = new CutOffEngine(test.Database.Engine);
        await using var queue = new WriteQueue(engine, new Retries(engine, TimeProvider.System));

        var write = new Write<int>(session => AddAsync(session, 1), CancellationToken.None);
        queue.Add(write);
        await write.Ending;

        Assert.Equal(2, engine.Questions);
        Assert.Equal(1, await CountAsync(test.Database));
    }

    [PostgreSqlFact]
    public async Task A_read_cannot_write()
    {
        await using var test = await TestDatabase.CreateSharedAsync();
        await using var database = test.Open("reader", new JumpyTime());
        await Assert.ThrowsAsync<StorageException>(() => database.ReadAsync(session => AddAsync(session, 1), CancellationToken.None));
        Assert.Equal(0, await CountAsync(test.Database));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_in_words_without_the_password()
    {
        await using var database = new Database(Options.Create(new StorageOptions { ConnectionString = "Host=127.0.0.1;Port=1;Database=cohortbot;Username=u;Password=hunter2" }), new JumpyTime());
        var fault = await Assert.ThrowsAsync<StorageException>(
            () => database.ReadAsync(session => session.ScalarAsync<long>("SELECT 1"), CancellationToken.None));
        Assert.Equal(StorageFault.Unreachable, fault.Fault);
        Assert.Contains("cohortbot at 127.0.0.1:1", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=file.db;Password=hunter2")]
    [InlineData("Host=db.example;Password=hunter2")]
    [InlineData("postgres://u:hunter2@db.example/cohortbot")]
    public void A_connection_string_that_is_none_is_refused_without_repeating_it(string text)
    {
        var fault = Assert.Throws<StorageException>(() => new Database(Options.Create(new StorageOptions { ConnectionString = text })));
        Assert.Contains("Host=…;Database=…", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault.ToString(), StringComparison.Ordinal);
    }

    private static Task<int> AddAsync(Session session, int number) => session.ExecuteAsync(
        "INSERT INTO audit (workspace, cohort, member, action, subject, at) VALUES ('local', 1, 'm', 'a', @subject, 0)", new { subject = $"{number}" });

    // The server ends the connection that asks for it.
    private static Task<int> BreakAsync(Session session) => session.ExecuteAsync("SELECT pg_terminate_backend(pg_backend_pid())");

    private static Task<long> CountAsync(Database database) =>
        database.ReadAsync(session => session.ScalarAsync<long>("SELECT COUNT(*) FROM audit"), CancellationToken.None);

    /// <summary>A time that runs through every wait at once: two of its seconds pass at each look.</summary>
    private sealed class JumpyTime : TimeProvider
    {
        private long _looks;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Add(ref _looks, 2);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
