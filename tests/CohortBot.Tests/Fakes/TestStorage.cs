using CohortBot.Storage;

namespace CohortBot.Tests.Fakes;

/// <summary>
/// A migrated database of its own for one test, on the engine that <c>COHORTBOT_TEST_ENGINE</c> names: <c>sqlite</c> (the default) or
/// <c>postgresql</c>, then on the server that <c>COHORTBOT_TEST_POSTGRESQL</c> leads to. Removed at the end.
/// </summary>
internal abstract class TestStorage : IAsyncDisposable
{
    /// <summary>Whether the tests run on PostgreSQL.</summary>
    public static bool IsPostgreSql { get; } = Environment.GetEnvironmentVariable("COHORTBOT_TEST_ENGINE") switch
    {
        null or "" or "sqlite" => false,
        "postgresql" => true,
        var other => throw new InvalidOperationException($"COHORTBOT_TEST_ENGINE is '{other}'; it can be sqlite or postgresql."),
    };

    /// <summary>Where the database is.</summary>
    public abstract StorageOptions Options { get; }

    /// <summary>A new one.</summary>
    public static async Task<TestStorage> CreateAsync() => IsPostgreSql ? await PostgreSqlStorage.CreateAsync() : await SqliteStorage.CreateAsync();

    /// <summary>One that nothing was ever written into.</summary>
    public static async Task<TestStorage> CreateEmptyAsync() => IsPostgreSql ? await PostgreSqlStorage.CreateEmptyAsync() : SqliteStorage.CreateEmpty();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
