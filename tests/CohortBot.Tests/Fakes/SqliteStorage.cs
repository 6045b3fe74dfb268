using CohortBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CohortBot.Tests.Fakes;

/// <summary>A SQLite file in a folder of its own: a copy of one that was migrated once.</summary>
internal sealed class SqliteStorage : TestStorage
{
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateAsync);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cohortbot-test-");

    private SqliteStorage() => Options = new StorageOptions { File = Path.Combine(_folder.FullName, "test.db") };

    /// <inheritdoc/>
    public override StorageOptions Options { get; }

    /// <summary>A new one.</summary>
    public static new async Task<SqliteStorage> CreateAsync()
    {
        var storage = new SqliteStorage();
        await File.WriteAllBytesAsync(storage.Options.File, await Migrated.Value);
        return storage;
    }

    /// <summary>A folder for one, which the program makes.</summary>
    public static SqliteStorage CreateEmpty() => new();

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<byte[]> MigrateAsync()
    {
        await using var storage = new SqliteStorage();
        await using (var database = new Database(Microsoft.Extensions.Options.Options.Create(storage.Options)))
            await new Migrator(database, new ManualClock(), NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
        return await File.ReadAllBytesAsync(storage.Options.File); // closed: nothing of it is in a log any more
    }
}
