using CohortBot.Operations;
using CohortBot.Storage;

namespace CohortBot.Chat.Sending;

/// <summary>Counts what has not left.</summary>
internal sealed class OutboxGauges(Database database, TimeProvider time) : IGaugeReading
{
    private static readonly OutboxState[] States = [OutboxState.Waiting, OutboxState.Claimed, OutboxState.Failed];

    /// <inheritdoc/>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var standing = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                "SELECT state, COUNT(*) AS count, MIN(created_at) AS oldest_at FROM outbox WHERE state IN ('Waiting', 'Claimed', 'Failed') GROUP BY state"),
            cancellationToken);
        foreach (var state in States)
            OutboxMeter.Stand(state, standing.FirstOrDefault(row => row.State == state)?.Count ?? 0);
        OutboxMeter.StandsSince(standing.Count == 0 ? TimeSpan.Zero : time.GetUtcNow() - standing.Min(row => row.OldestAt));
    }

    private sealed record Row
    {
        public required OutboxState State { get; init; }

        public required long Count { get; init; }

        public required DateTimeOffset OldestAt { get; init; }
    }
}
