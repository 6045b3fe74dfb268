using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CohortBot.Tests.Storage;

public sealed class MigratorTests
{
    [Fact]
    public async Task Migrating_twice_is_once()
    {
        await using var test = await TestDatabase.CreateAsync();
        await Migrate(test.Database, test.Clock);
        var steps = await test.Database.ReadAsync(session => session.QueryAsync<long>("SELECT number FROM migrations"), CancellationToken.None);
        Assert.Equal(steps.Distinct(), steps);
        Assert.NotEmpty(steps);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_what_to_do()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, new string('x', 5000));
        using var database = Open(file);
        var fault = await Assert.ThrowsAsync<StorageException>(() => Migrate(database, new ManualClock()));
        Assert.Contains("Put a backup in its place", fault.Message, StringComparison.Ordinal);
        Assert.Contains(file, fault.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await using var test = await TestDatabase.CreateAsync();
        await test.Database.WriteAsync(
            session => session.ExecuteAsync("INSERT INTO migrations (number, name, applied_at) VALUES (9999, 'later', 0)"), CancellationToken.None);
        var fault = await Assert.ThrowsAsync<StorageException>(() => Migrate(test.Database, test.Clock));
        Assert.Contains("newer CohortBot", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_throws_leaves_nothing_behind()
    {
        await using var test = await TestDatabase.CreateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("INSERT INTO settings (name, value) VALUES ('a', 'b')");
                throw new InvalidOperationException();
            },
            CancellationToken.None));
        Assert.Equal(0, await test.Database.ReadAsync(session => session.ScalarAsync<long>("SELECT COUNT(*) FROM settings"), CancellationToken.None));
    }

    [Fact]
    public void Every_table_of_ours_begins_its_keys_with_the_workspace()
    {
        var sql = string.Join('\n', Repository.Files("src/CohortBot/Storage/Migrations", "*.sql").Select(File.ReadAllText));
        var tables = sql.Split("CREATE TABLE ").Skip(1).Select(table => (Name: table.Split(' ', '(')[0], Text: table.Split(");")[0]));
        var faults = tables.Where(table => !table.Name.StartsWith("local_", StringComparison.Ordinal) && table.Name is not "settings" and not "workspaces" and not "nodes")
            .Where(table => !table.Text.Contains("workspace TEXT NOT NULL", StringComparison.Ordinal)
                || table.Text.Split('\n').Any(line => (line.Contains("PRIMARY KEY (", StringComparison.Ordinal) || line.Contains("UNIQUE (", StringComparison.Ordinal))
                    && !line.Contains("(workspace", StringComparison.Ordinal)))
            .Select(table => table.Name);
        Assert.Empty(faults);
    }

    private static Database Open(string file) => new(Options.Create(new StorageOptions { File = file }));

    private static Task Migrate(Database database, TimeProvider clock) =>
        new Migrator(database, clock, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
}
