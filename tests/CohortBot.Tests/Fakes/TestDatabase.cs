using CohortBot.Storage;
using CohortBot.Storage.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Fakes;

/// <summary>A real, migrated database of its own; see <see cref="TestStorage"/> for its engine.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestStorage _storage;

    private TestDatabase(TestStorage storage, TimeProvider clock)
    {
        (_storage, Clock) = (storage, clock);
        Faults = new FaultyEngine(Engines.Choose(storage.Options));
        Database = new Database(Faults, storage.Options.NodeName, logger: Log);
    }

    /// <summary>Makes it refuse to work.</summary>
    public FaultyEngine Faults { get; }

    /// <summary>What the database says of itself.</summary>
    public RecordingLogger<Database> Log { get; } = new();

    public Database Database { get; }

    /// <summary>Where it is.</summary>
    public StorageOptions Options => _storage.Options;

    public TimeProvider Clock { get; }

    public static async Task<TestDatabase> CreateAsync(TimeProvider? clock = null) => new(await TestStorage.CreateAsync(), clock ?? new ManualClock());

    /// <summary>One that several programs can share, whichever engine the other tests run on.</summary>
    public static async Task<TestDatabase> CreateSharedAsync(TimeProvider? clock = null) => new(await PostgreSqlStorage.CreateAsync(), clock ?? new ManualClock());

    /// <summary>Registers it as the program's database.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="opened">The database as this program sees it, where several share it.</param>
    public IServiceCollection AddTo(IServiceCollection services, Database? opened = null) => services
        .Configure<StorageOptions>(options =>
            (options.File, options.ConnectionString, options.Node) = (_storage.Options.File, _storage.Options.ConnectionString, (opened ?? Database).Node))
        .AddSingleton(opened ?? Database)
        .AddSingleton<PatientWrites>()
        .AddSingleton<NodeStore>()
        .AddSingleton<Nodes>();

    /// <summary>A SQLite backup of this database as it stands, put back in a place of its own: what happens here from now on it does not know.</summary>
    public async Task<TestDatabase> RestoreCopyAsync()
    {
        var (copy, backup) = (await SqliteStorage.CreateAsync(), $"{Options.File}.backup");
        await SqliteBackup.MakeAsync((Options.File, backup), isReplacing: true, new Progress<double>(), CancellationToken.None);
        await SqliteRestore.RunAsync((copy.Options.File, backup), Migrator.Newest, Clock.GetUtcNow(), CancellationToken.None);
        return new TestDatabase(copy, Clock);
    }

    /// <summary>The same database as another program sees it, under a name of its own; the caller closes it.</summary>
    public Database Open(string node, TimeProvider? time = null) =>
        new(Microsoft.Extensions.Options.Options.Create(new StorageOptions { File = _storage.Options.File, ConnectionString = _storage.Options.ConnectionString, Node = node }), time);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _storage.DisposeAsync();
    }
}
