using CohortBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CohortBot.Tests.Fakes;

/// <summary>A real SQLite file in a folder of its own, migrated, removed at the end.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cohortbot-test-").FullName;

    private TestDatabase(TimeProvider clock)
    {
        Database = new Database(Options.Create(new StorageOptions { File = Path.Combine(_folder, "test.db") }));
        Clock = clock;
    }

    public Database Database { get; }

    public TimeProvider Clock { get; }

    public static async Task<TestDatabase> CreateAsync(TimeProvider? clock = null)
    {
        var test = new TestDatabase(clock ?? new ManualClock());
        await new Migrator(test.Database, test.Clock, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
        return test;
    }

    public ValueTask DisposeAsync()
    {
        Database.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
