using System.Globalization;
using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Commands;
using CohortBot.Storage;

namespace CohortBot.Cohorts;

/// <summary>Finds the cohort that a command is about.</summary>
internal sealed class CohortScope(Database database) : ICohortScope
{
    /// <inheritdoc/>
    public Task<CohortId?> FindAsync(Place place, string? named, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => string.IsNullOrWhiteSpace(named) ? FindByPlaceAsync(session, place) : FindByNameAsync(session, place.Workspace, named.Trim()),
            cancellationToken);

    private static async Task<CohortId?> FindByNameAsync(Session session, WorkspaceId workspace, string named)
    {
        var cohorts = await session.QueryAsync<Cohort>(
            "SELECT * FROM cohorts WHERE workspace = @workspace ORDER BY closed_at IS NOT NULL, id DESC", new { workspace });
        var isNumber = long.TryParse(named.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var found = cohorts.FirstOrDefault(cohort => isNumber && cohort.Id.Value == number)
            ?? cohorts.FirstOrDefault(cohort => string.Equals(cohort.Name, named, StringComparison.OrdinalIgnoreCase));
        if (found is not null)
            return found.Id;
        var near = CommandCatalogue.Nearest(named, cohorts.Select(cohort => cohort.Name));
        throw new CommandException(near is null ? "cohorts.unknown" : "cohorts.unknown_near", ("cohort", named), ("near", near));
    }

    private static async Task<CohortId?> FindByPlaceAsync(Session session, Place place) =>
        await FindByThreadAsync(session, place) ?? await FindByChannelAsync(session, place) ?? await FindByStaffChannelAsync(session, place);

    private static async Task<CohortId?> FindByThreadAsync(Session session, Place place)
    {
        if (place.Thread is null)
            return null;
        var found = await session.QueryAsync<CohortId>(
            "SELECT cohort FROM lab_threads WHERE workspace = @Workspace AND channel = @Channel AND thread = @Thread",
            new { place.Workspace, place.Channel, place.Thread });
        return Only(found);
    }

    // Several courses can follow one another in a channel: the one that is open counts, else the last.
    private static async Task<CohortId?> FindByChannelAsync(Session session, Place place)
    {
        var found = await session.QueryAsync<CohortId>(
            "SELECT id FROM cohorts WHERE workspace = @Workspace AND channel = @Channel ORDER BY closed_at IS NOT NULL, id DESC LIMIT 1",
            new { place.Workspace, place.Channel });
        return Only(found);
    }

    // Facilitators often share one channel for several cohorts. To guess would be to pause somebody else's: then the cohort must be named.
    private static async Task<CohortId?> FindByStaffChannelAsync(Session session, Place place)
    {
        var found = await session.QueryAsync<CohortId>(
            "SELECT id FROM cohorts WHERE workspace = @Workspace AND staff_channel = @Channel AND closed_at IS NULL LIMIT 2",
            new { place.Workspace, place.Channel });
        return Only(found);
    }

    private static CohortId? Only(IReadOnlyList<CohortId> found) => found.Count == 1 ? found[0] : null;
}
