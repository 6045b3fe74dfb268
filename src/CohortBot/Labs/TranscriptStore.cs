using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Reads what was said in a lab, and keeps what older turns said in short.</summary>
internal sealed class TranscriptStore(Database database)
{
    /// <summary>The answered turns, oldest first, each with its messages that were not deleted.</summary>
    public async Task<IReadOnlyList<AnsweredTurn>> ListAsync(LaneKey lane, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                """
                SELECT turns.id AS turn, replies.reply, words.text FROM turns
                JOIN exchanges ON exchanges.workspace = turns.workspace AND exchanges.turn = turns.id
                LEFT JOIN turn_words AS replies ON replies.workspace = turns.workspace AND replies.turn = turns.id
                LEFT JOIN lab_messages AS message ON message.workspace = turns.workspace AND message.turn = turns.id
                LEFT JOIN lab_message_words AS words ON words.workspace = turns.workspace AND words.lab_message = message.id
                WHERE turns.workspace = @Workspace AND turns.participation = @Participation
                ORDER BY turns.id, message.sent_at, message.id
                """,
                new { lane.Workspace, lane.Participation }),
            cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.Turn).Select(turn => new AnsweredTurn(
                turn.Key, string.Join('\n', turn.Select(row => row.Text).OfType<string>()), turn.First().Reply ?? "")),
        ];
    }

    /// <summary>What older turns said in short, or null.</summary>
    public Task<KeptSummary?> FindSummaryAsync(LaneKey lane, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FindAsync<KeptSummary>(
                "SELECT up_to, summary FROM lab_summary_words WHERE workspace = @Workspace AND participation = @Participation",
                new { lane.Workspace, lane.Participation }),
            cancellationToken);

    /// <summary>Keeps what the turns up to <paramref name="upTo"/> said in short.</summary>
    public Task SaveSummaryAsync(LaneKey lane, TurnId upTo, string summary, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO lab_summary_words (workspace, participation, up_to, summary) VALUES (@Workspace, @Participation, @upTo, @summary)
                ON CONFLICT (workspace, participation) DO UPDATE SET up_to = excluded.up_to, summary = excluded.summary
                """,
                new { lane.Workspace, lane.Participation, upTo, summary }),
            cancellationToken);

    private sealed record Row
    {
        public required TurnId Turn { get; init; }

        public string? Reply { get; init; }

        public string? Text { get; init; }
    }
}

/// <summary>A turn that was answered: what the member said (empty when all of it was deleted) and what the advisor said.</summary>
internal sealed record AnsweredTurn(TurnId Turn, string Said, string Answered);

/// <summary>What older turns said, in short.</summary>
internal sealed record KeptSummary
{
    /// <summary>The last turn that it covers.</summary>
    public required TurnId UpTo { get; init; }

    /// <summary>The words.</summary>
    public required string Summary { get; init; }
}
