using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Cohorts;

/// <summary>Keeps the cohorts.</summary>
internal sealed class CohortStore(Database database)
{
    private const string Select = "SELECT * FROM cohorts WHERE workspace = @workspace";

    /// <summary>The cohort with a number, or null.</summary>
    public Task<Cohort?> FindAsync(WorkspaceId workspace, CohortId id, CancellationToken cancellationToken) =>
        database.ReadAsync(session => FindAsync(session, workspace, id), cancellationToken);

    /// <summary>The same inside a transaction.</summary>
    public static Task<Cohort?> FindAsync(Session session, WorkspaceId workspace, CohortId id) =>
        session.FindAsync<Cohort>($"{Select} AND id = @id", new { workspace, id });

    /// <summary>The newest cohort of a channel that is not closed, or null.</summary>
    public Task<Cohort?> FindByChannelAsync(Place place, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FindAsync<Cohort>(
                $"{Select} AND (channel = @Channel OR staff_channel = @Channel) ORDER BY closed_at IS NOT NULL, id DESC LIMIT 1",
                new { workspace = place.Workspace, place.Channel }),
            cancellationToken);

    /// <summary>All cohorts of a workspace, newest first.</summary>
    public Task<IReadOnlyList<Cohort>> ListAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryAsync<Cohort>($"{Select} ORDER BY id DESC", new { workspace }), cancellationToken);
}
