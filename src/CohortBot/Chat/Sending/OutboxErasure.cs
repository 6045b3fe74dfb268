using CohortBot.Storage;

namespace CohortBot.Chat.Sending;

/// <summary>
/// Takes a person out of the outbox: what was not sent never leaves, what was sent is withdrawn from its platform, and what it said is forgotten.
/// That a message was sent stays noted, so that nothing leaves twice.
/// </summary>
internal static class OutboxErasure
{
    /// <summary>The reason that stands beside what never left.</summary>
    public const string Reason = "erased";

    private const string Same = "workspace = @Workspace AND subject = @Subject";
    private const string Under = "workspace = @Workspace AND subject > @from AND subject < @to"; // a range, which the index of the key serves
    private const string Private = "workspace = @Workspace AND to_user = @User";
    private const string Inside = "workspace = @Workspace AND channel = @Channel AND thread = @Thread";

    /// <summary>Forgets the messages of a subject, all editions of them.</summary>
    public static Task ForgetAsync(Session session, OutboxKey key) => ForgetAsync(session, Same, new { key.Workspace, key.Subject });

    /// <summary>Forgets the messages of all subjects under one: of <c>turn/81</c> those of <c>turn/81/more</c> and the like.</summary>
    public static Task ForgetUnderAsync(Session session, OutboxKey key) =>
        ForgetAsync(session, Under, new { key.Workspace, from = $"{key.Subject}/", to = $"{key.Subject}{(char)('/' + 1)}" });

    /// <summary>Forgets what was written to a person privately, and where.</summary>
    public static async Task ForgetAsync(Session session, UserRef user)
    {
        await ForgetAsync(session, Private, new { user.Workspace, user.User });
        await session.ExecuteAsync($"UPDATE outbox SET to_user = NULL, channel = '', thread = NULL, message = NULL WHERE {Private}", new { user.Workspace, user.User });
    }

    /// <summary>Forgets what was written into a thread that belongs to one person, and where.</summary>
    public static async Task ForgetAsync(Session session, Place thread)
    {
        var values = new { thread.Workspace, thread.Channel, thread.Thread };
        await ForgetAsync(session, Inside, values);
        await session.ExecuteAsync($"UPDATE outbox SET channel = '', thread = NULL, message = NULL WHERE {Inside}", values);
    }

    /// <summary>Takes back a message that went past the outbox.</summary>
    public static Task WithdrawAsync(Session session, MessageRef message) =>
        session.ExecuteAsync(
            """
            INSERT INTO withdrawals (workspace, channel, thread, message, next_try_at, attempts) VALUES (@Workspace, @Channel, @thread, @Id, 0, 0)
            ON CONFLICT (workspace, channel, message) DO NOTHING
            """,
            new { message.Place.Workspace, message.Place.Channel, thread = message.Place.Thread ?? "", message.Id });

    private static async Task ForgetAsync(Session session, string which, object values)
    {
        await session.ExecuteAsync(
            $"""
            INSERT INTO withdrawals (workspace, channel, thread, message, next_try_at, attempts)
            SELECT workspace, channel, COALESCE(thread, ''), message, 0, 0 FROM outbox WHERE {which} AND state = 'Sent' AND message IS NOT NULL
            ON CONFLICT (workspace, channel, message) DO NOTHING
            """,
            values);
        await session.ExecuteAsync(
            $"UPDATE outbox SET document = '', state = CASE WHEN state = 'Sent' THEN 'Sent' ELSE 'Dropped' END, reason = '{Reason}' WHERE {which}", values);
    }
}
