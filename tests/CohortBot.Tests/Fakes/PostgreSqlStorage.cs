using CohortBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CohortBot.Tests.Fakes;

/// <summary>A database of its own on the tests' PostgreSQL server: made from a template that was migrated once.</summary>
internal sealed class PostgreSqlStorage : TestStorage
{
    /// <summary>The environment's name for the way to the server.</summary>
    public const string Server = "COHORTBOT_TEST_POSTGRESQL";

    private static readonly string Prefix = $"cohortbot_test_{Guid.NewGuid():N}"[..27];
    private static readonly Lazy<Task<string>> Template = new(MigrateAsync);
    private static int _number;

    private readonly string _name;

    private PostgreSqlStorage(string name)
    {
        _name = name;
        Options = new StorageOptions { ConnectionString = Connection(name).ConnectionString };
    }

    /// <summary>Whether a server is named.</summary>
    public static bool IsThere => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Server));

    /// <inheritdoc/>
    public override StorageOptions Options { get; }

    /// <summary>A new one.</summary>
    public static new async Task<PostgreSqlStorage> CreateAsync()
    {
        var name = $"{Prefix}_{Interlocked.Increment(ref _number)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {await Template.Value}");
        return new PostgreSqlStorage(name);
    }

    /// <summary>An empty one, as a server's owner makes it for the program.</summary>
    public static new async Task<PostgreSqlStorage> CreateEmptyAsync()
    {
        var name = $"{Prefix}_{Interlocked.Increment(ref _number)}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new PostgreSqlStorage(name);
    }

    /// <summary>Runs a statement as the server's owner, outside the test's database.</summary>
    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres").ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync() => await ExecuteAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");

    private static async Task<string> MigrateAsync()
    {
        var storage = await CreateEmptyAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => storage.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(5));
        await using var database = new Database(Microsoft.Extensions.Options.Options.Create(storage.Options));
        await new Migrator(database, new ManualClock(), NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
        return storage._name;
    }

    private static NpgsqlConnectionStringBuilder Connection(string database) =>
        new(Environment.GetEnvironmentVariable(Server) ?? throw new InvalidOperationException($"{Server} must lead to a server where the tests may create databases."))
        {
            Database = database,
            Pooling = database != "postgres",
            MaxPoolSize = 10, // many tests share a server
        };
}
