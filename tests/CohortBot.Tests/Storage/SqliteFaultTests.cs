using CohortBot.Storage;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Storage;

public sealed class SqliteFaultTests
{
    [Fact]
    public async Task A_full_database_is_told_in_words_and_keeps_what_stood()
    {
        await using var storage = await SqliteStorage.CreateAsync();
        await using var database = Open(storage);
        await database.WriteAsync(session => session.ExecuteAsync("PRAGMA max_page_count = 1"), CancellationToken.None); // means: as large as it is now
        var fault = await Assert.ThrowsAsync<StorageException>(() => SaveAsync(database, "large", new string('x', 1_000_000)));
        Assert.Equal(StorageFault.Full, fault.Fault);
        Assert.Contains("no space left", fault.Message, StringComparison.Ordinal);
        await SaveAsync(database, "small", "x");
        Assert.Equal(["small"], await database.ReadAsync(session => session.QueryAsync<string>("SELECT name FROM settings"), CancellationToken.None));
    }

    [Fact]
    public async Task Beside_a_write_that_the_database_has_no_room_for_the_others_stand()
    {
        await using var storage = await SqliteStorage.CreateAsync();
        await using var database = Open(storage);
        var gathered = new TaskCompletionSource();
        var first = database.WriteAsync(_ => gathered.Task, CancellationToken.None);
        var before = SaveAsync(database, "before", "x");
        var large = database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("PRAGMA max_page_count = 1"); // of this connection; it is tried again on another
                await session.ExecuteAsync("INSERT INTO settings (name, value) VALUES ('large', @value)", new { value = new string('x', 1_000_000) });
            },
            CancellationToken.None);
        var after = SaveAsync(database, "after", "x");
        gathered.SetResult();
        await Task.WhenAll(first, before, after);
        Assert.Equal(StorageFault.Full, (await Assert.ThrowsAsync<StorageException>(() => large)).Fault);
        Assert.Equal(
            ["after", "before"], await database.ReadAsync(session => session.QueryAsync<string>("SELECT name FROM settings ORDER BY name"), CancellationToken.None));
    }

    [Fact]
    public async Task A_commit_that_fails_brings_down_only_the_write_that_it_fails_for()
    {
        await using var storage = await SqliteStorage.CreateAsync();
        await using var database = Open(storage);
        var gathered = new TaskCompletionSource();
        var first = database.WriteAsync(_ => gathered.Task, CancellationToken.None);
        var good = SaveAsync(database, "good", "x");
        var orphan = database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("PRAGMA defer_foreign_keys = ON"); // the missing member is found out at the commit
                await session.ExecuteAsync("INSERT INTO member_profiles (workspace, member, platform_user, name) VALUES ('local', 'nobody', 'u', 'n')");
            },
            CancellationToken.None);
        gathered.SetResult();
        await Task.WhenAll(first, good);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => orphan);
        var counts = await database.ReadAsync(
            async session => (
                await session.ScalarAsync<long>("SELECT COUNT(*) FROM settings"), await session.ScalarAsync<long>("SELECT COUNT(*) FROM member_profiles")),
            CancellationToken.None);
        Assert.Equal((1, 0), counts);
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_told_in_words()
    {
        await using var storage = await SqliteStorage.CreateAsync();
        await using var database = new Database(Microsoft.Extensions.Options.Options.Create(new StorageOptions { File = storage.Options.File, BusyTimeoutSeconds = 1 }));
        await SaveAsync(database, "before", "x");
        await using (var other = database.Engine.Create())
        {
            await other.OpenAsync();
            await using var holding = await other.BeginTransactionAsync(System.Data.IsolationLevel.Serializable);
            await using var command = other.CreateCommand();
            command.Transaction = holding;
            command.CommandText = "DELETE FROM settings";
            await command.ExecuteNonQueryAsync();
            var fault = await Assert.ThrowsAsync<StorageException>(() => SaveAsync(database, "held up", "x"));
            Assert.Equal(StorageFault.Locked, fault.Fault);
        }

        await SaveAsync(database, "free again", "x");
    }

    private static Database Open(SqliteStorage storage) => new(Microsoft.Extensions.Options.Options.Create(storage.Options));

    private static Task<int> SaveAsync(Database database, string name, string value) =>
        database.WriteAsync(session => session.ExecuteAsync("INSERT INTO settings (name, value) VALUES (@name, @value)", new { name, value }), CancellationToken.None);
}
