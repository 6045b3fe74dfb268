using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Keeps what members write in lab threads. Each message is stored once, whatever a platform delivers again.</summary>
internal sealed class LabMessageStore(TurnStore turns, TimeProvider time)
{
    // Nobody has answered it yet: no answer to it stands, whatever became of trying.
    private const string IsUnanswered =
        """
        (message.turn IS NULL OR message.turn IN (SELECT turns.id FROM turns
            WHERE turns.workspace = @Workspace AND turns.participation = @Participation AND turns.state IN ('Open', 'Asking', 'Held', 'Failed')))
        """;

    /// <summary>Stores a message, and opens a turn for it unless it counts for nothing or one is under way. Returns null when it was stored before.</summary>
    public async Task<LabMessageId?> AddAsync(Session session, NewLabMessage message)
    {
        var (place, id) = message.Incoming.Message;
        var stored = await session.FindAsync<LabMessageId?>(
            """
            INSERT INTO lab_messages (workspace, channel, message, thread, member, participation, reason, sent_at, received_at)
            VALUES (@Workspace, @Channel, @id, @Thread, @Member, @participation, @reason, @SentAt, @now)
            ON CONFLICT (workspace, channel, message) DO NOTHING RETURNING id
            """,
            new
            {
                place.Workspace,
                place.Channel,
                id,
                place.Thread,
                message.Member,
                participation = message.Participation?.Id,
                reason = message.Reason?.ToString(),
                message.Incoming.SentAt,
                now = time.GetUtcNow(),
            });
        if (stored is not { } added)
            return null;
        await WriteWordsAsync(session, place.Workspace, added, message.Incoming.Text);
        if (message is { Participation: { } part, Reason: null })
            await turns.OpenAsync(session, part.Lane, message.Scene);
        return added;
    }

    /// <summary>The stored message, or null when it is none of ours.</summary>
    public static Task<LabMessage?> FindAsync(Session session, MessageRef message) =>
        session.FindAsync<LabMessage>(
            """
            SELECT lab_messages.*, turns.state AS turn_state FROM lab_messages
            LEFT JOIN turns ON turns.workspace = lab_messages.workspace AND turns.id = lab_messages.turn
            WHERE lab_messages.workspace = @Workspace AND lab_messages.channel = @Channel AND lab_messages.message = @Id
              AND lab_messages.deleted_at IS NULL
            """,
            new { message.Place.Workspace, message.Place.Channel, message.Id });

    /// <summary>Keeps the words as they were changed.</summary>
    public async Task EditAsync(Session session, LabMessage message, string text, WhyNot? reason)
    {
        await WriteWordsAsync(session, message.Workspace, message.Id, text);
        await ForgetSummaryAsync(session, message);
        await session.ExecuteAsync(
            "UPDATE lab_messages SET edited_at = @now, reason = @reason WHERE workspace = @Workspace AND id = @Id",
            new { message.Workspace, message.Id, reason = reason?.ToString(), now = time.GetUtcNow() });
    }

    /// <summary>Takes the words away and notes that they were.</summary>
    public async Task DeleteAsync(Session session, LabMessage message)
    {
        var reason = message.IsAnswered ? message.Reason : message.Reason ?? WhyNot.Deleted;
        await session.ExecuteAsync(
            "DELETE FROM lab_message_words WHERE workspace = @Workspace AND lab_message = @Id", new { message.Workspace, message.Id });
        await ForgetSummaryAsync(session, message);
        await session.ExecuteAsync(
            "UPDATE lab_messages SET deleted_at = @now, reason = @reason WHERE workspace = @Workspace AND id = @Id",
            new { message.Workspace, message.Id, reason = reason?.ToString(), now = time.GetUtcNow() });
    }

    /// <summary>How many messages of a member in a thread do not count for a reason.</summary>
    public static Task<int> CountAsync(Session session, LabThread thread, MemberKey member, WhyNot reason) =>
        session.ScalarAsync<int>(
            """
            SELECT COUNT(*) FROM lab_messages
            WHERE workspace = @Workspace AND channel = @Channel AND thread = @Thread AND member = @member AND reason = @reason
            """,
            new { thread.Workspace, thread.Channel, thread.Thread, member, reason = reason.ToString() });

    /// <summary>What a member wrote in a lab and nobody has answered yet, in the order of writing; a message that is being edited among it, whatever it was.</summary>
    public static Task<IReadOnlyList<UnansweredWords>> ListUnansweredAsync(Session session, LaneKey lane, LabMessageId? edited) =>
        session.QueryAsync<UnansweredWords>(
            $"""
            SELECT message.id, words.text FROM lab_messages AS message
            JOIN lab_message_words AS words ON words.workspace = message.workspace AND words.lab_message = message.id
            WHERE message.workspace = @Workspace AND message.participation = @Participation
              AND ((message.reason IS NULL AND {IsUnanswered}) OR message.id = @edited)
            ORDER BY message.sent_at, message.id
            """,
            new { lane.Workspace, lane.Participation, edited = edited?.Value ?? 0 });

    /// <summary>Sets aside what is unanswered when a crisis is met: it is neither answered nor told to the advisor later.</summary>
    public static Task SetAsideAsync(Session session, LaneKey lane) =>
        session.ExecuteAsync(
            $"""
            UPDATE lab_messages AS message SET reason = @crisis
            WHERE message.workspace = @Workspace AND message.participation = @Participation AND message.reason IS NULL AND {IsUnanswered}
            """,
            new { lane.Workspace, lane.Participation, crisis = nameof(WhyNot.Crisis) });

    private static Task ForgetSummaryAsync(Session session, LabMessage message) =>
        message is { Lane: { } lane, Turn: { } turn } ? TranscriptStore.ForgetSummaryAsync(session, lane, turn) : Task.CompletedTask;

    private static Task<int> WriteWordsAsync(Session session, WorkspaceId workspace, LabMessageId message, string text) =>
        session.ExecuteAsync(
            """
            INSERT INTO lab_message_words (workspace, lab_message, text) VALUES (@workspace, @message, @text)
            ON CONFLICT (workspace, lab_message) DO UPDATE SET text = excluded.text
            """,
            new { workspace, message, text });
}

/// <summary>The words of a message that nobody has answered yet.</summary>
internal sealed record UnansweredWords
{
    /// <summary>The message.</summary>
    public required LabMessageId Id { get; init; }

    /// <summary>Its words.</summary>
    public required string Text { get; init; }
}
