using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Access;

/// <summary>The workspaces that the bot was added to.</summary>
internal sealed class WorkspaceStore(Database database, TimeProvider time)
{
    /// <summary>Adds a workspace, or renames one that is known. Twice is once.</summary>
    public Task AddAsync(WorkspaceId workspace, string name, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO workspaces (workspace, name, created_at) VALUES (@workspace, @name, @now)
                ON CONFLICT (workspace) DO UPDATE SET name = excluded.name
                """,
                new { workspace, name, now = time.GetUtcNow() }),
            cancellationToken);
}
