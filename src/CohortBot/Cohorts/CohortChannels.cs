using System.Collections.Concurrent;
using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Cohorts;

/// <summary>The channels that belong to cohorts and their labs, in memory, so that what is written elsewhere is dropped without the database.</summary>
internal sealed class CohortChannels(Database database) : IHostedService
{
    private readonly ConcurrentDictionary<Place, bool> _channels = [];

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether a place, or the channel that a thread is under, belongs to a cohort.</summary>
    public bool Knows(Place place) => _channels.ContainsKey(place.Root);

    /// <summary>A cohort was created.</summary>
    public void Add(Cohort cohort)
    {
        _channels[cohort.Place] = true;
        if (cohort.StaffChannel is { } staff)
            _channels[new Place(cohort.Workspace, staff)] = true;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                """
                SELECT workspace, channel FROM cohorts
                UNION SELECT workspace, staff_channel AS channel FROM cohorts WHERE staff_channel IS NOT NULL
                UNION SELECT workspace, channel FROM lab_threads
                """),
            cancellationToken);
        foreach (var row in rows)
            _channels[new Place(row.Workspace, row.Channel)] = true;
    }

    private sealed record Row
    {
        public required WorkspaceId Workspace { get; init; }

        public required string Channel { get; init; }
    }
}
