using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Sending;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>
/// What members said in labs, what was answered, and what was made of it. Turns, messages and exchanges stay as counts without words; a turn under
/// way ends unanswered.
/// </summary>
internal sealed class MemberWords(LabThreads threads, TurnChanges changes, TimeProvider time) : IMemberData
{
    private const string Mine = "SELECT id FROM participations WHERE workspace = @Workspace AND member = @Key";
    private const string MyTurns = $"SELECT id FROM turns WHERE workspace = @Workspace AND participation IN ({Mine})";

    private const string Answers =
        """
        SELECT part.workspace, part.channel, part.thread, turns.placeholder FROM turns
        JOIN participations AS part ON part.workspace = turns.workspace AND part.id = turns.participation
        WHERE part.workspace = @Workspace AND part.member = @Key AND turns.placeholder IS NOT NULL
        UNION
        SELECT part.workspace, part.channel, part.thread, hold.message AS placeholder FROM turn_holds AS hold
        JOIN turns ON turns.workspace = hold.workspace AND turns.id = hold.turn
        JOIN participations AS part ON part.workspace = turns.workspace AND part.id = turns.participation
        WHERE part.workspace = @Workspace AND part.member = @Key AND hold.message IS NOT NULL
        """;

    /// <inheritdoc/>
    public async Task EraseAsync(Session session, KnownMember member)
    {
        var parts = await session.QueryAsync<ParticipationId>(Mine, new { member.Workspace, member.Key });
        var own = await session.QueryAsync<LabThread>(
            "SELECT * FROM lab_threads WHERE workspace = @Workspace AND owner = @Key", new { member.Workspace, member.Key });
        await ForgetSentAsync(session, member, parts, own);
        await EraseWordsAsync(session, member);
        await ForgetPlacesAsync(session, member);
        session.AfterCommit(() =>
        {
            foreach (var thread in own)
                threads.Remove(thread);
            foreach (var part in parts)
                changes.Raise(new LaneKey(member.Workspace, part));
        });
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptRows>> ListAsync(Session session, KnownMember member)
    {
        var values = new { member.Workspace, member.Key };
        return
        [
            new("labs", await session.QueryAsync<dynamic>($"SELECT id, cohort, lab, state, started_at, completed_at FROM participations WHERE id IN ({Mine}) ORDER BY id", values)),
            new("messages", await session.QueryAsync<dynamic>(
                """
                SELECT message.participation AS lab, message.sent_at, message.edited_at, message.deleted_at, message.reason AS not_counted_because, words.text
                FROM lab_messages AS message
                LEFT JOIN lab_message_words AS words ON words.workspace = message.workspace AND words.lab_message = message.id
                WHERE message.workspace = @Workspace AND message.member = @Key ORDER BY message.id
                """,
                values)),
            new("answers", await session.QueryAsync<dynamic>(
                $"""
                SELECT turns.participation AS lab, turns.answered_at, words.reply FROM turns
                JOIN turn_words AS words ON words.workspace = turns.workspace AND words.turn = turns.id WHERE turns.id IN ({MyTurns}) ORDER BY turns.id
                """,
                values)),
            new("summaries", await session.QueryAsync<dynamic>($"SELECT participation AS lab, summary FROM lab_summary_words WHERE workspace = @Workspace AND participation IN ({Mine})", values)),
            new("cards", await session.QueryAsync<dynamic>(
                $"SELECT participation AS lab, version, card, made_at, made_by FROM card_words WHERE workspace = @Workspace AND participation IN ({Mine}) ORDER BY participation, version", values)),
            new("exchanges", await session.QueryAsync<dynamic>(
                "SELECT cohort, lab, model, input_tokens, output_tokens, at FROM exchanges WHERE workspace = @Workspace AND member = @Key ORDER BY id", values)),
        ];
    }

    // All that left in the member's labs, and the card in the channel, which carries the name.
    private static async Task ForgetSentAsync(Session session, KnownMember member, IEnumerable<ParticipationId> parts, IEnumerable<LabThread> own)
    {
        var turns = await session.QueryAsync<TurnId>(MyTurns, new { member.Workspace, member.Key });
        foreach (var turn in turns)
            await OutboxErasure.ForgetUnderAsync(session, new OutboxKey(member.Workspace, $"turn/{turn}"));
        string[] subjects =
        [
            .. parts.SelectMany(part => new[] { $"card/{part}", $"lab-closing/{part}" }),
        ];
        foreach (var subject in subjects)
            await OutboxErasure.ForgetAsync(session, new OutboxKey(member.Workspace, subject));
        foreach (var answer in await session.QueryAsync<Answer>(Answers, new { member.Workspace, member.Key }))
            await OutboxErasure.WithdrawAsync(session, answer.Message);
        foreach (var thread in own)
            await OutboxErasure.ForgetAsync(session, thread.Place);
    }

    // The turns first: whoever is about to write an answer holds the same row, and finds it dropped.
    private async Task EraseWordsAsync(Session session, KnownMember member)
    {
        var values = new { member.Workspace, member.Key, now = time.GetUtcNow(), deleted = nameof(WhyNot.Deleted) };
        await session.ExecuteAsync($"UPDATE turns SET state = 'Dropped' WHERE id IN ({MyTurns}) AND state IN ('Open', 'Asking', 'Failed', 'Held')", values);
        await session.ExecuteAsync($"DELETE FROM turn_holds WHERE workspace = @Workspace AND turn IN ({MyTurns})", values);
        await session.ExecuteAsync($"DELETE FROM turn_words WHERE workspace = @Workspace AND turn IN ({MyTurns})", values);
        await session.ExecuteAsync(
            "DELETE FROM lab_message_words WHERE workspace = @Workspace AND lab_message IN (SELECT id FROM lab_messages WHERE workspace = @Workspace AND member = @Key)", values);
        await session.ExecuteAsync(
            """
            UPDATE lab_messages SET deleted_at = @now,
                reason = CASE WHEN EXISTS (SELECT 1 FROM turns WHERE turns.id = lab_messages.turn AND turns.state = 'Answered') THEN reason ELSE COALESCE(reason, @deleted) END
            WHERE workspace = @Workspace AND member = @Key AND deleted_at IS NULL
            """,
            values);
        await session.ExecuteAsync($"DELETE FROM lab_summary_words WHERE workspace = @Workspace AND participation IN ({Mine})", values);
        await session.ExecuteAsync($"DELETE FROM card_words WHERE workspace = @Workspace AND participation IN ({Mine})", values);
        await session.ExecuteAsync($"UPDATE card_shares SET taken_back_at = @now WHERE taken_back_at IS NULL AND workspace = @Workspace AND participation IN ({Mine})", values);
    }

    // Nothing that is written in a thread of the member's own is taken any more, and nothing of ours points there. In a shared thread a message keeps its
    // platform's id, by which it is known when it is read there again: its writer would be met anew.
    private static async Task ForgetPlacesAsync(Session session, KnownMember member)
    {
        var values = new { member.Workspace, member.Key };
        await session.ExecuteAsync($"UPDATE turns SET placeholder = NULL WHERE id IN ({MyTurns})", values);
        await session.ExecuteAsync(
            """
            UPDATE lab_messages SET channel = '', thread = '', message = 'erased/' || id WHERE workspace = @Workspace AND member = @Key
              AND EXISTS (SELECT 1 FROM lab_threads WHERE lab_threads.workspace = lab_messages.workspace AND lab_threads.channel = lab_messages.channel
                          AND lab_threads.thread = lab_messages.thread AND lab_threads.owner = @Key)
            """,
            values);
        await session.ExecuteAsync(
            """
            UPDATE participations SET channel = '', thread = '' WHERE workspace = @Workspace AND member = @Key
              AND EXISTS (SELECT 1 FROM lab_threads WHERE lab_threads.workspace = participations.workspace
                          AND lab_threads.thread = participations.thread AND lab_threads.owner = @Key)
            """,
            values);
        await session.ExecuteAsync("DELETE FROM lab_threads WHERE workspace = @Workspace AND owner = @Key", values);
    }

    // The message in which the advisor answered, or said that it could not, or not yet.
    private sealed record Answer
    {
        public required WorkspaceId Workspace { get; init; }

        public required string Channel { get; init; }

        public required string Thread { get; init; }

        public required string Placeholder { get; init; }

        public MessageRef Message => new(new Place(Workspace, Channel, Thread), Placeholder);
    }
}
