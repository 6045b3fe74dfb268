using CohortBot.Storage;
using CohortBot.Storage.Sqlite;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Storage;

public sealed class SqliteCheckpointTests
{
    private const int Large = 8_000_000; // characters: 2,000 pages, less than what the writer itself would move

    [Fact]
    public async Task What_was_written_reaches_the_file_beside_the_writer()
    {
        await using var storage = await SqliteStorage.CreateAsync();
        await using var database = Open(storage);
        await SaveAsync(database, "large", new string('x', Large));
        await ((SqliteEngine)database.Engine).WhenCheckpointedAsync();

        await using var copy = await SqliteStorage.CreateAsync();
        File.Copy(storage.Options.File, copy.Options.File, overwrite: true); // without its log
        await using var copied = Open(copy);
        Assert.Equal(Large, await copied.ReadAsync(
            session => session.ScalarAsync<long>("SELECT LENGTH(value) FROM settings WHERE name = 'large'"), CancellationToken.None));
    }

    [Fact]
    public async Task What_was_erased_can_be_made_to_vanish_while_much_is_written()
    {
        await using var storage = await SqliteStorage.CreateAsync();
        await using var database = Open(storage);
        var writes = Enumerable.Range(0, 20).Select(number => SaveAsync(database, $"{number}", new string('x', Large / 10))).ToList();
        await Task.WhenAll(writes);
        Assert.True(await database.Engine.ScrubAsync(CancellationToken.None));
    }

    private static Database Open(SqliteStorage storage) => new(Microsoft.Extensions.Options.Options.Create(storage.Options));

    private static Task<int> SaveAsync(Database database, string name, string value) =>
        database.WriteAsync(session => session.ExecuteAsync("INSERT INTO settings (name, value) VALUES (@name, @value)", new { name, value }), CancellationToken.None);
}
