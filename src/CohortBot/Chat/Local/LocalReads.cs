using CohortBot.Storage;

namespace CohortBot.Chat.Local;

/// <summary>Keeps how far each person has read, so that a channel with something new can be shown.</summary>
internal sealed class LocalReads(Database database)
{
    /// <summary>A person has seen a place up to a message; never goes back.</summary>
    public Task MarkAsync(PersonId person, Place place, LocalMessageId upTo, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO local_reads (person, place, up_to) VALUES (@person, @place, @upTo)
                ON CONFLICT (person, place) DO UPDATE SET up_to = excluded.up_to WHERE local_reads.up_to < excluded.up_to
                """,
                new { person, place = Key(place.Channel, place.Thread), upTo }),
            cancellationToken);

    /// <summary>The places that hold something new for a person, whether that person is let in or not.</summary>
    public async Task<IReadOnlySet<Place>> ListNewAsync(PersonId person, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<LastMessage>(
                """
                SELECT channel, thread, MAX(id) AS last FROM local_messages
                WHERE deleted_at IS NULL AND (only_to IS NULL OR only_to = @person) AND (author IS NULL OR author <> @person)
                GROUP BY channel, thread
                """,
                new { person }),
            cancellationToken);
        var reads = await database.ReadAsync(
            session => session.QueryAsync<Read>("SELECT place, up_to FROM local_reads WHERE person = @person", new { person }), cancellationToken);
        var upTo = reads.ToDictionary(read => read.Place, read => read.UpTo, StringComparer.Ordinal);
        return rows.Where(row => upTo.GetValueOrDefault(Key(row.Channel, row.Thread)) < row.Last)
            .Select(row => new Place(WorkspaceId.Local, row.Channel, row.Thread))
            .ToHashSet();
    }

    private static string Key(string channel, string? thread) => thread is null ? channel : $"{channel}/{thread}";

    private sealed record LastMessage
    {
        public required string Channel { get; init; }

        public string? Thread { get; init; }

        public required long Last { get; init; }
    }

    private sealed record Read
    {
        public required string Place { get; init; }

        public required long UpTo { get; init; }
    }
}
