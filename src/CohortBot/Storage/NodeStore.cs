namespace CohortBot.Storage;

/// <summary>The rows of the programs that share the database.</summary>
internal sealed class NodeStore(Database database, TimeProvider time)
{
    private const string Columns = "run, node, beat, started_at";

    /// <summary>All that run, by name.</summary>
    public Task<IReadOnlyList<NodeRow>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(ListAsync, cancellationToken);

    /// <summary>The same inside a transaction.</summary>
    public static Task<IReadOnlyList<NodeRow>> ListAsync(Session session) => session.QueryAsync<NodeRow>($"SELECT {Columns} FROM nodes ORDER BY node");

    /// <summary>The one with a name, or null.</summary>
    public Task<NodeRow?> FindAsync(string node, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FindAsync<NodeRow>($"SELECT {Columns} FROM nodes WHERE node = @node", new { node }), cancellationToken);

    /// <summary>Enters a run in place of an earlier one of the same name. Returns its number.</summary>
    public Task<long> EnterAsync(string node, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("DELETE FROM nodes WHERE node = @node", new { node });
                return await session.ScalarAsync<long>(
                    "INSERT INTO nodes (node, beat, started_at) VALUES (@node, 0, @now) RETURNING run", new { node, now = time.GetUtcNow() });
            },
            cancellationToken);

    /// <summary>Says that a run lives. Returns false when it was struck out.</summary>
    public Task<bool> BeatAsync(long run, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session => await session.ExecuteAsync("UPDATE nodes SET beat = beat + 1 WHERE run = @run", new { run }) > 0, cancellationToken);

    /// <summary>Strikes a run out, unless it has beaten after all.</summary>
    public Task<bool> StrikeAsync(NodeRow node, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session => await session.ExecuteAsync("DELETE FROM nodes WHERE run = @Run AND beat = @Beat", new { node.Run, node.Beat }) > 0, cancellationToken);

    /// <summary>A run ends.</summary>
    public Task LeaveAsync(long run, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync("DELETE FROM nodes WHERE run = @run", new { run }), cancellationToken);
}

/// <summary>A program that runs.</summary>
internal sealed record NodeRow
{
    /// <summary>Its fencing number.</summary>
    public required long Run { get; init; }

    /// <summary>What it calls itself.</summary>
    public required string Node { get; init; }

    /// <summary>How often it has said that it lives.</summary>
    public required long Beat { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }
}
