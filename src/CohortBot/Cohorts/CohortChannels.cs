using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Cohorts;

/// <summary>The channels that belong to cohorts and their labs, in memory, so that what is written elsewhere is dropped without the database.</summary>
internal sealed class CohortChannels(Database database) : IHostedService
{
    private volatile HashSet<Place> _channels = [];

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => RefreshAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether a place, or the channel that a thread is under, belongs to a cohort.</summary>
    public bool Knows(Place place) => _channels.Contains(place.Root);

    /// <summary>Reads the channels anew: at start, after a cohort was created, and after a lab was opened in a channel of its own.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                """
                SELECT workspace, channel FROM cohorts
                UNION SELECT workspace, staff_channel AS channel FROM cohorts WHERE staff_channel IS NOT NULL
                UNION SELECT workspace, channel FROM lab_threads
                """),
            cancellationToken);
        _channels = [.. rows.Select(row => new Place(row.Workspace, row.Channel))];
    }

    private sealed record Row
    {
        public required WorkspaceId Workspace { get; init; }

        public required string Channel { get; init; }
    }
}
