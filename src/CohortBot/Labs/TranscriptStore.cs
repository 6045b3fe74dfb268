using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Reads what was said in a lab, and keeps what older turns said in short.</summary>
internal sealed class TranscriptStore(Database database)
{
    /// <summary>The answered turns, oldest first, each with its messages that were not deleted.</summary>
    public static async Task<IReadOnlyList<AnsweredTurn>> ListAsync(Session session, LaneKey lane)
    {
        var rows = await session.QueryAsync<Row>(
            """
            SELECT exchange.turn, replies.reply, words.text FROM exchanges AS exchange
            LEFT JOIN turn_words AS replies ON replies.workspace = exchange.workspace AND replies.turn = exchange.turn
            LEFT JOIN lab_messages AS message
              ON message.workspace = exchange.workspace AND message.participation = exchange.participation AND message.turn = exchange.turn
            LEFT JOIN lab_message_words AS words ON words.workspace = exchange.workspace AND words.lab_message = message.id
            WHERE exchange.workspace = @Workspace AND exchange.participation = @Participation
            ORDER BY exchange.turn, message.sent_at, message.id
            """,
            lane);
        return
        [
            .. rows.GroupBy(row => row.Turn).Select(turn => new AnsweredTurn(
                turn.Key, string.Join('\n', turn.Select(row => row.Text).OfType<string>()), turn.First().Reply ?? "")),
        ];
    }

    /// <summary>What older turns said in short, or null.</summary>
    public static Task<KeptSummary?> FindSummaryAsync(Session session, LaneKey lane) =>
        session.FindAsync<KeptSummary>(
            "SELECT up_to, summary FROM lab_summary_words WHERE workspace = @Workspace AND participation = @Participation", lane);

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
