using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Keeps which version of a card stands in the channel.</summary>
internal sealed class CardShareStore(Database database, TimeProvider time)
{
    /// <summary>The share that stands, or null when the card is private.</summary>
    public Task<CardShare?> FindAsync(LaneKey lane, CancellationToken cancellationToken) =>
        database.ReadAsync(session => FindAsync(session, lane), cancellationToken);

    /// <summary>The same inside a transaction.</summary>
    public static Task<CardShare?> FindAsync(Session session, LaneKey lane) =>
        session.FindAsync<CardShare>(
            """
            SELECT edition, version FROM card_shares
            WHERE workspace = @Workspace AND participation = @Participation AND taken_back_at IS NULL ORDER BY edition DESC LIMIT 1
            """,
            new { lane.Workspace, lane.Participation });

    /// <summary>Notes that a version is shared; returns the edition of the post.</summary>
    public Task<long> AddAsync(Session session, LaneKey lane, long version) =>
        session.ScalarAsync<long>(
            """
            INSERT INTO card_shares (workspace, participation, edition, version, shared_at)
            SELECT @Workspace, @Participation, COALESCE(MAX(edition), 0) + 1, @version, @now FROM card_shares
            WHERE workspace = @Workspace AND participation = @Participation
            RETURNING edition
            """,
            new { lane.Workspace, lane.Participation, version, now = time.GetUtcNow() });

    /// <summary>Notes that the card is private again.</summary>
    public Task<int> TakeBackAsync(Session session, LaneKey lane) =>
        session.ExecuteAsync(
            "UPDATE card_shares SET taken_back_at = @now WHERE workspace = @Workspace AND participation = @Participation AND taken_back_at IS NULL",
            new { lane.Workspace, lane.Participation, now = time.GetUtcNow() });
}

/// <summary>A card that stands in the channel.</summary>
internal sealed record CardShare
{
    /// <summary>1, and one more whenever it is shared anew.</summary>
    public required long Edition { get; init; }

    /// <summary>The card's version.</summary>
    public required long Version { get; init; }
}
