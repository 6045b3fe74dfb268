using CohortBot.Budgets;
using CohortBot.Chat;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Keeps turns. A participation has at most one turn that is open or being answered.</summary>
internal sealed class TurnStore(Database database, LabLeases leases, OpenedTurns opened, TurnBudget budget, TimeProvider time)
{
    private const string Unfinished = "state IN ('Open', 'Asking')";
    private const string Held = "state = 'Held'";
    private const string Waiting = "workspace = @Workspace AND participation = @Participation AND turn IS NULL AND reason IS NULL";

    /// <summary>
    /// The turn that is to be worked on: the unfinished one, else a new one for messages that wait, else null. One that the budgets do not let
    /// through comes back held.
    /// </summary>
    public async Task<Turn?> FindOrOpenAsync(LaneKey lane, CancellationToken cancellationToken)
    {
        if (opened.TakeNext(lane) is { } next)
            return next;
        var (turn, isWaiting) = await database.ReadAsync(session => LookAsync(session, lane), cancellationToken);
        if (turn is null && isWaiting)
        {
            await database.WriteAsync(session => OpenAsync(session, lane), cancellationToken);
            (turn, _) = await database.ReadAsync(session => LookAsync(session, lane), cancellationToken);
        }

        if (turn is { State: TurnState.Held } held)
            turn = await database.WriteAsync(session => budget.AdmitAsync(session, held), cancellationToken);
        return turn is null ? null : turn with { IsNew = opened.TryTake(turn.Id) };
    }

    /// <summary>Whether the budgets would let a turn through now.</summary>
    public Task<BudgetVerdict> JudgeAsync(Turn turn, CancellationToken cancellationToken) =>
        database.ReadAsync(session => budget.JudgeAsync(session, turn), cancellationToken);

    /// <summary>Opens a turn, unless one is unfinished or held; the budgets may hold it at once.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="lane">The participation.</param>
    /// <param name="scene">Its scene, as the transaction sees it, where it was read anyway.</param>
    public async Task OpenAsync(Session session, LaneKey lane, LabScene? scene = null)
    {
        var turn = await session.FindAsync<Turn>(
            $"""
            INSERT INTO turns (workspace, participation, state, opened_at, attempts)
            SELECT @Workspace, @Participation, 'Open', @now, 0
            WHERE NOT EXISTS (SELECT 1 FROM turns WHERE workspace = @Workspace AND participation = @Participation AND {Unfinished})
              AND NOT EXISTS (SELECT 1 FROM turns WHERE workspace = @Workspace AND participation = @Participation AND {Held})
            RETURNING *
            """,
            new { lane.Workspace, lane.Participation, now = time.GetUtcNow() });
        if (turn is null)
            return;
        opened.Expect(turn.Id);
        if (await budget.AdmitAsync(session, turn, scene?.Participation) is { } admitted)
            session.AfterCommit(() => opened.Add(admitted with { Scene = scene }));
    }

    /// <summary>A turn, or null.</summary>
    public Task<Turn?> FindAsync(WorkspaceId workspace, TurnId turn, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FindAsync<Turn>("SELECT * FROM turns WHERE workspace = @workspace AND id = @turn", new { workspace, turn }),
            cancellationToken);

    /// <summary>When the first and the last of the messages that wait came in; null when none waits.</summary>
    public Task<WaitingMessages?> FindWaitingAsync(LaneKey lane, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FindAsync<WaitingMessages>(
                $"""
                SELECT MIN(received_at) AS first_at, MAX(received_at) AS last_at FROM lab_messages WHERE {Waiting} HAVING COUNT(*) > 0
                """,
                lane),
            cancellationToken);

    /// <summary>
    /// Lets what waits join the turn, with the messages of earlier turns that failed, and marks it as being asked. From here on
    /// what the member writes belongs to the next turn. Keeps the placeholder, where there is one. Returns the failed turns that it took over.
    /// </summary>
    public Task<IReadOnlyList<Turn>> ClaimAsync(Turn turn, CancellationToken cancellationToken) =>
        ChangeAsync(turn, session => ClaimAsync(session, turn), cancellationToken);

    /// <summary>What the member says in a turn, in the order of writing; deleted messages are left out.</summary>
    public static Task<IReadOnlyList<string>> ListWordsAsync(Session session, Turn turn) =>
        session.QueryAsync<string>(
            """
            SELECT words.text FROM lab_messages AS message
            JOIN lab_message_words AS words ON words.workspace = message.workspace AND words.lab_message = message.id
            WHERE message.workspace = @Workspace AND message.participation = @Participation AND message.turn = @Id AND message.reason IS NULL
            ORDER BY message.sent_at, message.id
            """,
            new { turn.Workspace, turn.Participation, turn.Id });

    /// <summary>Keeps which message is the turn's placeholder.</summary>
    public Task SavePlaceholderAsync(Turn turn, CancellationToken cancellationToken) =>
        UpdateAsync(turn, "placeholder = @value", turn.Placeholder, cancellationToken);

    /// <summary>Nothing of the turn is left to answer. Its messages are let go: one that gets words again by an edit is asked in another turn.</summary>
    public Task DropAsync(Turn turn, CancellationToken cancellationToken) =>
        ChangeAsync(
            turn,
            async session =>
            {
                await session.ExecuteAsync("UPDATE turns SET state = 'Dropped' WHERE workspace = @Workspace AND id = @Id", new { turn.Workspace, turn.Id });
                return await session.ExecuteAsync(
                    "UPDATE lab_messages SET turn = NULL WHERE workspace = @Workspace AND participation = @Participation AND turn = @Id",
                    new { turn.Workspace, turn.Participation, turn.Id });
            },
            cancellationToken);

    /// <summary>No answer came; the placeholder is what the turn has now, or none. Returns false when the turn has ended otherwise meanwhile.</summary>
    public async Task<bool> FailAsync(Turn turn, TurnFailure failure, CancellationToken cancellationToken) =>
        await UpdateAsync(turn, "state = 'Failed', failure = @value, placeholder = @Placeholder", failure.ToString(), cancellationToken) > 0;

    /// <summary>
    /// Lines a turn up that failed or waits for a budget, to be asked as far as the budgets let it through, by whichever program works on it.
    /// Returns false when it is neither.
    /// </summary>
    public Task<bool> RetryAsync(Turn turn, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session => await TurnHolds.HurryAsync(session, turn, time.GetUtcNow()) || await session.ExecuteAsync(
                """
                UPDATE turns SET state = 'Held', failure = NULL, attempts = attempts + 1
                WHERE workspace = @Workspace AND id = @Id AND state = 'Failed'
                """,
                new { turn.Workspace, turn.Id }) > 0,
            cancellationToken);

    /// <summary>Writes that a turn was answered, with the answer's words. Returns false when it was already, or when its member was erased meanwhile.</summary>
    /// <exception cref="LeaseLostException">Another program works on the participation now.</exception>
    public async Task<bool> AnswerAsync(Session session, Turn turn, string reply)
    {
        await leases.EnsureAsync(session, turn.Lane);
        var isNew = await session.ExecuteAsync(
            "UPDATE turns SET state = 'Answered', failure = NULL, answered_at = @now WHERE workspace = @Workspace AND id = @Id AND state NOT IN ('Answered', 'Dropped')",
            new { turn.Workspace, turn.Id, now = time.GetUtcNow() }) > 0;
        if (isNew)
        {
            await session.ExecuteAsync(
                "INSERT INTO turn_words (workspace, turn, reply) VALUES (@Workspace, @Id, @reply)", new { turn.Workspace, turn.Id, reply });
        }

        return isNew;
    }

    /// <summary>The participations in which something is left to do, a turn under way or messages that wait, and no other program is at it.</summary>
    /// <param name="andHeld">
    /// Whether all turns that the budgets hold are wanted: whoever takes them up lets the budgets decide anew. Else only those whose hour has come, or
    /// whose member has not been told.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<IReadOnlyList<LaneKey>> ListUnfinishedAsync(bool andHeld, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<LaneKey>(
                $"""
                SELECT lane.workspace, lane.participation FROM (
                    SELECT workspace, participation FROM turns WHERE {Unfinished}
                    UNION
                    SELECT workspace, participation FROM turns WHERE {Held} AND (@andHeld = 1 OR NOT {TurnHolds.IsQuiet})
                    UNION
                    SELECT workspace, participation FROM lab_messages WHERE participation IS NOT NULL AND turn IS NULL AND reason IS NULL) AS lane
                WHERE NOT EXISTS (
                    SELECT 1 FROM lab_leases AS lease JOIN nodes ON nodes.run = lease.run
                    WHERE lease.workspace = lane.workspace AND lease.participation = lane.participation AND lease.run <> @Run)
                """,
                new { leases.Run, andHeld, now = time.GetUtcNow(), lately = time.GetUtcNow() - TurnHolds.Fresh }),
            cancellationToken);

    private static async Task<(Turn? Unfinished, bool IsWaiting)> LookAsync(Session session, LaneKey lane)
    {
        var turn = await session.FindAsync<Turn>(
            $"""
            SELECT * FROM turns WHERE workspace = @Workspace AND participation = @Participation AND {Unfinished}
            UNION ALL SELECT * FROM turns WHERE workspace = @Workspace AND participation = @Participation AND {Held}
            ORDER BY id LIMIT 1
            """,
            lane);
        return (turn, turn is null && await session.ScalarAsync<long>($"SELECT COUNT(*) FROM lab_messages WHERE {Waiting}", lane) > 0);
    }

    private static async Task<IReadOnlyList<Turn>> ClaimAsync(Session session, Turn turn)
    {
        var values = new { turn.Workspace, turn.Participation, turn.Id, turn.Placeholder };
        const string Failed = "SELECT id FROM turns WHERE workspace = @Workspace AND participation = @Participation AND state = 'Failed'";
        await session.ExecuteAsync(
            $"""
            UPDATE lab_messages SET turn = @Id
            WHERE workspace = @Workspace AND participation = @Participation AND reason IS NULL AND (turn IS NULL OR turn IN ({Failed}))
            """,
            values);
        var changed = await session.QueryAsync<Turn>(
            """
            UPDATE turns SET
                state = CASE WHEN id = @Id THEN 'Asking' ELSE 'Dropped' END,
                placeholder = CASE WHEN id = @Id THEN COALESCE(@Placeholder, placeholder) ELSE placeholder END
            WHERE workspace = @Workspace AND participation = @Participation AND (state = 'Failed' OR id = @Id)
            RETURNING *
            """,
            values);
        return [.. changed.Where(other => other.Id != turn.Id)];
    }

    // Only the program that works on the participation changes its turns.
    private Task<T> ChangeAsync<T>(Turn turn, Func<Session, Task<T>> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                await leases.EnsureAsync(session, turn.Lane);
                return await change(session);
            },
            cancellationToken);

    private Task<int> UpdateAsync(Turn turn, string change, string? value, CancellationToken cancellationToken) =>
        ChangeAsync(
            turn,
            session => session.ExecuteAsync(
                $"UPDATE turns SET {change} WHERE workspace = @Workspace AND id = @Id AND state NOT IN ('Answered', 'Dropped')", new { turn.Workspace, turn.Id, turn.Placeholder, value }),
            cancellationToken);
}

/// <summary>When the first and the last of the messages that wait came in.</summary>
internal sealed record WaitingMessages
{
    /// <summary>The first.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>The last.</summary>
    public required DateTimeOffset LastAt { get; init; }
}
