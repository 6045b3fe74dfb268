namespace CohortBot.Storage;

/// <summary>Single values that the program keeps for itself (how far the clock was moved, what was made at the first start), by name.</summary>
internal sealed class KeptValues(Database database)
{
    /// <summary>The value, or null when none was kept.</summary>
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FindAsync<string>("SELECT value FROM settings WHERE name = @name", new { name }), cancellationToken);

    /// <summary>Keeps a value in place of an earlier one.</summary>
    public Task KeepAsync(string name, string value, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "INSERT INTO settings (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", new { name, value }),
            cancellationToken);
}
