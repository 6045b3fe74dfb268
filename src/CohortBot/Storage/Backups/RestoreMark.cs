using System.Globalization;

namespace CohortBot.Storage.Backups;

/// <summary>When this database was last put back from a backup. Features whose work reaches outside it ask for it at start.</summary>
internal static class RestoreMark
{
    /// <summary>Its name among the settings that the database keeps.</summary>
    public const string Name = "storage.restored_at";

    /// <summary>When it was; null when it never was.</summary>
    public static async Task<DateTimeOffset?> FindAsync(Session session) =>
        await session.FindAsync<string>("SELECT value FROM settings WHERE name = @Name", new { Name }) is { } value
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(value, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Notes that it was put back now.</summary>
    public static Task SetAsync(Session session, DateTimeOffset now) =>
        session.ExecuteAsync(
            "INSERT INTO settings (name, value) VALUES (@Name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            new { Name, value = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) });
}
