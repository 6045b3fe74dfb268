using CohortBot.Operations;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Counts labs by how they stand.</summary>
internal sealed class LabGauges(Database database) : IGaugeReading
{
    /// <inheritdoc/>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                """
                SELECT part.state, COUNT(*) AS count FROM participations AS part
                JOIN cohorts ON cohorts.workspace = part.workspace AND cohorts.id = part.cohort
                WHERE cohorts.closed_at IS NULL GROUP BY part.state
                """),
            cancellationToken);
        foreach (var state in Enum.GetValues<ParticipationState>())
            LabMeter.Stand(state, rows.FirstOrDefault(row => row.State == state)?.Count ?? 0);
    }

    private sealed record Row
    {
        public required ParticipationState State { get; init; }

        public required long Count { get; init; }
    }
}
