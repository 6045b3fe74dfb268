using CohortBot.Budgets;
using CohortBot.Schedule;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Keeps which turns wait for a budget, and sets the alarm that looks at them again.</summary>
internal sealed class TurnHolds(Database database, IAlarms alarms, TimeProvider time)
{
    /// <summary>Whether there is nothing to do for a held turn yet; needs <c>@now</c> and, a moment before it, <c>@lately</c>.</summary>
    public const string IsQuiet =
        """
        EXISTS (SELECT 1 FROM turn_holds AS hold WHERE hold.workspace = turns.workspace AND hold.turn = turns.id
                AND (hold.until IS NULL OR hold.until > @now) AND (hold.message IS NOT NULL OR hold.held_at < @lately))
        """;

    /// <summary>How long the member has to be told: after that, the alarm and the next message look again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>Holds a turn, with the messages that wait; one that is held already is held for the new reason. Returns it held.</summary>
    public async Task<Turn> HoldAsync(Session session, Turn turn, TurnHold hold)
    {
        await session.ExecuteAsync(
            "UPDATE turns SET state = 'Held' WHERE workspace = @Workspace AND id = @Id AND state IN ('Open', 'Held')", new { turn.Workspace, turn.Id });
        await session.ExecuteAsync(
            "UPDATE lab_messages SET turn = @Id WHERE workspace = @Workspace AND participation = @Participation AND turn IS NULL AND reason IS NULL",
            new { turn.Workspace, turn.Id, turn.Participation });
        await session.ExecuteAsync(
            """
            INSERT INTO turn_holds (workspace, turn, because, held_at, until) VALUES (@Workspace, @Id, @Because, @now, @Until)
            ON CONFLICT (workspace, turn) DO UPDATE SET because = excluded.because, until = excluded.until
            """,
            new { turn.Workspace, turn.Id, hold.Because, hold.Until, now = time.GetUtcNow() });
        if (hold.Until is { } until)
            await alarms.SetAsync(session, BudgetAlarm.Of(turn.Workspace, turn.Participation, until), CancellationToken.None); // it ends with the transaction
        return turn with { State = TurnState.Held };
    }

    /// <summary>Has a held turn looked at again at once. Returns whether it is held.</summary>
    public static async Task<bool> HurryAsync(Session session, Turn turn, DateTimeOffset now) =>
        await session.ExecuteAsync(
            """
            UPDATE turn_holds SET until = @now WHERE workspace = @Workspace AND turn = @Id
              AND EXISTS (SELECT 1 FROM turns WHERE turns.workspace = turn_holds.workspace AND turns.id = turn_holds.turn AND turns.state = 'Held')
            """,
            new { turn.Workspace, turn.Id, now }) > 0;

    /// <summary>Lets a held turn go on. Returns it open; null when somebody else was faster.</summary>
    public static async Task<Turn?> OpenAsync(Session session, Turn turn) =>
        await session.ExecuteAsync(
            "UPDATE turns SET state = 'Open' WHERE workspace = @Workspace AND id = @Id AND state = 'Held'", new { turn.Workspace, turn.Id }) > 0
            ? turn with { State = TurnState.Open, WasHeld = true }
            : null;

    /// <summary>Drops a held turn whose messages were all deleted. Returns whether it was.</summary>
    public static async Task<bool> DropEmptyAsync(Session session, Turn turn)
    {
        var left = await session.ScalarAsync<long>(
            """
            SELECT COUNT(*) FROM lab_messages
            WHERE workspace = @Workspace AND participation = @Participation AND reason IS NULL AND (turn IS NULL OR turn = @Id)
            """,
            new { turn.Workspace, turn.Participation, turn.Id });
        if (left > 0)
            return false;
        await session.ExecuteAsync("UPDATE turns SET state = 'Dropped' WHERE workspace = @Workspace AND id = @Id AND state = 'Held'", new { turn.Workspace, turn.Id });
        return true;
    }

    /// <summary>Why a turn waits or waited; null when it never did, or that was taken back.</summary>
    public Task<TurnHold?> FindAsync(Turn turn, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FindAsync<TurnHold>(
                "SELECT because, until, message FROM turn_holds WHERE workspace = @Workspace AND turn = @Id", new { turn.Workspace, turn.Id }),
            cancellationToken);

    /// <summary>Keeps which message says that the turn waits.</summary>
    public Task SaveMessageAsync(Turn turn, string message, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE turn_holds SET message = @message WHERE workspace = @Workspace AND turn = @Id", new { turn.Workspace, turn.Id, message }),
            cancellationToken);

    /// <summary>Forgets that the turn waited.</summary>
    public Task ForgetAsync(Turn turn, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync("DELETE FROM turn_holds WHERE workspace = @Workspace AND turn = @Id", new { turn.Workspace, turn.Id }),
            cancellationToken);
}
