using System.Globalization;
using CohortBot.Storage;
using CohortBot.Storage.Backups;

namespace CohortBot.Chat.Sending;

/// <summary>
/// After a restore the channels know more than the database: what waits in it may have left, and what is added to it may have left under the same
/// key. For a while every message is looked for before it is posted, from the last moment on of which the database knows.
/// </summary>
internal sealed class OutboxRestored(Database database) : IHostedService
{
    /// <summary>How long messages are looked for: lessons that were offered may be posted days later.</summary>
    public static readonly TimeSpan Vigilance = TimeSpan.FromDays(30);

    private const string SettledAt = "outbox.restored_at";
    private const string SentSince = "outbox.sent_since";

    private DateTimeOffset _restoredAt = DateTimeOffset.MinValue;
    private DateTimeOffset _sentSince;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => SettleAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reads what a restore has left to settle, and settles what waits; called before anything is sent. Twice is once.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        var known = await database.WriteAsync(SettleAsync, cancellationToken);
        if (known is { } restore)
            (_restoredAt, _sentSince) = restore;
    }

    /// <summary>Since when the message may stand in its channel although the row does not know of it; null when it cannot.</summary>
    public DateTimeOffset? FindSince(OutboxRow row) => row.CreatedAt < _restoredAt + Vigilance ? _sentSince : null;

    private static async Task<(DateTimeOffset RestoredAt, DateTimeOffset SentSince)?> SettleAsync(Session session)
    {
        if (await RestoreMark.FindAsync(session) is not { } at)
            return null;
        if (await ReadAsync(session, SettledAt) == at && await ReadAsync(session, SentSince) is { } since)
            return (at, since);
        var newest = await session.ScalarAsync<DateTimeOffset>("SELECT COALESCE(MAX(CASE WHEN sent_at > created_at THEN sent_at ELSE created_at END), 0) FROM outbox");
        await WriteAsync(session, SettledAt, at);
        await WriteAsync(session, SentSince, newest);
        return (at, newest);
    }

    private static async Task<DateTimeOffset?> ReadAsync(Session session, string name) =>
        await session.FindAsync<string>("SELECT value FROM settings WHERE name = @name", new { name }) is { } value
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(value, CultureInfo.InvariantCulture))
            : null;

    private static Task<int> WriteAsync(Session session, string name, DateTimeOffset at) =>
        session.ExecuteAsync(
            "INSERT INTO settings (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            new { name, value = at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) });
}
