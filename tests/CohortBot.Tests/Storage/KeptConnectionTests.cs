using CohortBot.Storage;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Storage;

public sealed class KeptConnectionTests
{
    private const string Count = "SELECT COUNT(*) FROM settings WHERE name LIKE @like";

    [Fact]
    public async Task A_statement_that_is_kept_runs_with_new_values_each_time()
    {
        await using var test = await TestDatabase.CreateAsync();

        await AddAsync(test.Database, "a1", "a2", "b1");

        Assert.Equal(2, await CountAsync(test.Database, "a%"));
        Assert.Equal(1, await CountAsync(test.Database, "b%"));
        Assert.Equal(0, await CountAsync(test.Database, "c%"));
    }

    [Fact]
    public async Task A_list_of_values_is_asked_for_at_once()
    {
        await using var test = await TestDatabase.CreateAsync();
        await AddAsync(test.Database, "a1", "a2", "b1");

        foreach (var (names, found) in new[] { (new[] { "a1", "b1" }, 2), (["a2"], 1), (["a1", "a2", "c1"], 2) })
        {
            Assert.Equal(found, await test.Database.ReadAsync(
                session => session.ScalarAsync<int>("SELECT COUNT(*) FROM settings WHERE name IN @names", new { names }), CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_statement_that_failed_can_be_run_again()
    {
        await using var test = await TestDatabase.CreateAsync();
        await AddAsync(test.Database, "twice");

        await Assert.ThrowsAnyAsync<Exception>(() => AddAsync(test.Database, "new", "twice"));
        await AddAsync(test.Database, "new");

        Assert.Equal(1, await CountAsync(test.Database, "new"));
    }

    [Fact]
    public async Task A_statement_that_is_kept_sees_a_table_that_was_changed_since()
    {
        await using var test = await TestDatabase.CreateAsync();
        await AddAsync(test.Database, "a1");
        Assert.Equal(1, await CountAsync(test.Database, "a%"));

        await test.Database.WriteAsync(session => session.ExecuteAsync("ALTER TABLE settings ADD COLUMN note TEXT"), CancellationToken.None);
        await AddAsync(test.Database, "a2");

        Assert.Equal(2, await CountAsync(test.Database, "a%"));
    }

    [Fact]
    public async Task Many_readers_at_once_never_share_a_connection()
    {
        await using var test = await TestDatabase.CreateAsync();
        await AddAsync(test.Database, "a1");

        // What the driver's own pool did under load was a transaction inside a transaction.
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            for (var turn = 0; turn < 200; turn++)
                Assert.Equal(1, await CountAsync(test.Database, "a%"));
        })));
    }

    [Fact]
    public async Task A_read_that_failed_leaves_nothing_behind_for_the_next()
    {
        await using var test = await TestDatabase.CreateAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Database.ReadAsync<int>(
            async session =>
            {
                await session.ScalarAsync<long>(Count, new { like = "%" });
                throw new InvalidOperationException("A fault.");
            },
            CancellationToken.None));

        await AddAsync(test.Database, "a1");
        Assert.Equal(1, await CountAsync(test.Database, "a%"));
    }

    private static Task AddAsync(Database database, params string[] names) =>
        database.WriteAsync(
            async session =>
            {
                foreach (var name in names)
                    await session.ExecuteAsync("INSERT INTO settings (name, value) VALUES (@name, '')", new { name });
            },
            CancellationToken.None);

    private static Task<long> CountAsync(Database database, string like) =>
        database.ReadAsync(session => session.ScalarAsync<long>(Count, new { like }), CancellationToken.None);
}
