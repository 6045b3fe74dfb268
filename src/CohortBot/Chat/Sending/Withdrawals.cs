using CohortBot.Storage;

namespace CohortBot.Chat.Sending;

/// <summary>Takes messages of ours back from their platforms, as <see cref="OutboxErasure"/> asked for; what a platform does not do now is tried again.</summary>
internal sealed partial class Withdrawals(Database database, Chats chats, TimeProvider time, ILogger<Withdrawals> logger)
{
    private const int MostAtOnce = 500;
    private const int MostAttempts = 12; // the last after about two days

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait between two tries.</summary>
    public static TimeSpan Longest => FirstWait * (1 << MostAttempts);

    /// <summary>Takes back what is due. Returns whether any is gone now; one that was gone already is no error.</summary>
    public async Task<bool> WorkOffAsync(CancellationToken cancellationToken)
    {
        var due = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                "SELECT workspace, channel, thread, message AS message_id, attempts FROM withdrawals WHERE next_try_at <= @now ORDER BY attempts LIMIT @MostAtOnce",
                new { now = time.GetUtcNow(), MostAtOnce }),
            cancellationToken);
        var isAnyDone = false;
        foreach (var row in due)
        {
            var isDone = await TryWithdrawAsync(row, cancellationToken);
            await SettleAsync(row, isDone, cancellationToken);
            isAnyDone |= isDone;
        }

        return isAnyDone;
    }

    /// <summary>Whether anything of a subject, of whatever edition, is still to be taken back.</summary>
    public Task<bool> IsAnyLeftAsync(OutboxKey key, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => await session.ScalarAsync<long>(
                """
                SELECT COUNT(*) FROM withdrawals JOIN outbox ON outbox.workspace = withdrawals.workspace AND outbox.channel = withdrawals.channel
                  AND outbox.message = withdrawals.message WHERE outbox.workspace = @Workspace AND outbox.subject = @Subject
                """,
                new { key.Workspace, key.Subject }) > 0,
            cancellationToken);

    private async Task<bool> TryWithdrawAsync(Row row, CancellationToken cancellationToken)
    {
        if (!chats.Serves(row.Workspace))
            return false;
        try
        {
            await chats.For(row.Workspace).DeleteAsync(row.Message, cancellationToken);
            return true;
        }
        catch (ChatException exception)
        {
            LogStands(exception, row.Message.Id, row.Message.Place);
            return !exception.IsTransient;
        }
    }

    private Task<int> SettleAsync(Row row, bool isDone, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.ExecuteAsync(
            isDone || row.Attempts + 1 >= MostAttempts
                ? "DELETE FROM withdrawals WHERE workspace = @Workspace AND channel = @Channel AND message = @Id"
                : "UPDATE withdrawals SET attempts = attempts + 1, next_try_at = @next WHERE workspace = @Workspace AND channel = @Channel AND message = @Id",
            new { row.Workspace, row.Channel, row.Message.Id, next = time.GetUtcNow() + (FirstWait * (1 << (int)row.Attempts)) }),
        cancellationToken);

    [LoggerMessage(1306, LogLevel.Warning, "Message {Message} in {Place}, which is to go, was not taken back yet.")]
    private partial void LogStands(Exception exception, string message, Place place);

    private sealed record Row
    {
        public required WorkspaceId Workspace { get; init; }

        public required string Channel { get; init; }

        public required string Thread { get; init; }

        public required string MessageId { get; init; }

        public required long Attempts { get; init; }

        public MessageRef Message => new(new Place(Workspace, Channel, Thread.Length == 0 ? null : Thread), MessageId);
    }
}
