using System.Security.Cryptography;
using System.Text;
using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Cohorts.Changes;

/// <summary>Keeps command lines that are too long for a button, so that the button can name them.</summary>
internal sealed class LongLines(Database database, TimeProvider time)
{
    private const int LongestAction = 100; // Discord's custom_id

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    /// <summary>The line itself where a button can carry it, else a short one that stands for it. The same line gives the same answer.</summary>
    public async Task<string> ShortenAsync(WorkspaceId workspace, string line, CancellationToken cancellationToken)
    {
        if (line.Length <= LongestAction)
            return line;
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)))[..16];
        var now = time.GetUtcNow();
        await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("DELETE FROM long_lines WHERE made_at < @old", new { old = now - KeptFor });
                await session.ExecuteAsync(
                    """
                    INSERT INTO long_lines (workspace, id, line, made_at) VALUES (@workspace, @id, @line, @now)
                    ON CONFLICT (workspace, id) DO UPDATE SET made_at = excluded.made_at
                    """,
                    new { workspace, id, line, now });
            },
            cancellationToken);
        return $"cohort confirm line:{id}";
    }

    /// <summary>The line that a short one stands for, or null when it was too long ago.</summary>
    public Task<string?> FindAsync(WorkspaceId workspace, string id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FindAsync<string>("SELECT line FROM long_lines WHERE workspace = @workspace AND id = @id", new { workspace, id }),
            cancellationToken);
}
