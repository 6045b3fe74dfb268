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
              AND message.reason IS NULL
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

    /// <summary>
    /// Keeps what the turns up to the last of <paramref name="made"/> said in short. Nothing is kept when their words, or the summary before, were
    /// changed or erased while it was made: what a member deleted must not live on in it.
    /// </summary>
    public Task SaveSummaryAsync(LaneKey lane, MadeSummary made, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var said = (await ListAsync(session, lane)).ToDictionary(turn => turn.Turn, turn => turn.Said);
                if (await FindSummaryAsync(session, lane) != made.Before || made.Covers.Any(turn => said.GetValueOrDefault(turn.Turn) != turn.Said))
                    return;
                await session.ExecuteAsync(
                    """
                    INSERT INTO lab_summary_words (workspace, participation, up_to, summary) VALUES (@Workspace, @Participation, @upTo, @Text)
                    ON CONFLICT (workspace, participation) DO UPDATE SET up_to = excluded.up_to, summary = excluded.summary
                    """,
                    new { lane.Workspace, lane.Participation, upTo = made.Covers[^1].Turn, made.Text });
            },
            cancellationToken);

    /// <summary>Forgets what was summed up when it covers a turn whose words were changed or deleted; the next turn sums up anew.</summary>
    public static Task ForgetSummaryAsync(Session session, LaneKey lane, TurnId turn) =>
        session.ExecuteAsync(
            "DELETE FROM lab_summary_words WHERE workspace = @Workspace AND participation = @Participation AND up_to >= @turn",
            new { lane.Workspace, lane.Participation, turn });

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

/// <summary>A summary that was just made.</summary>
/// <param name="Before">The summary that it goes on from, or null.</param>
/// <param name="Covers">The turns that it sums up besides, in their order; at least one.</param>
/// <param name="Text">The words.</param>
internal sealed record MadeSummary(KeptSummary? Before, IReadOnlyList<AnsweredTurn> Covers, string Text);
