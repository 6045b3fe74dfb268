using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Exchanges;
using CohortBot.Schedule;
using CohortBot.Storage;

namespace CohortBot.Budgets;

/// <summary>The turns of a cohort that wait for a budget.</summary>
internal sealed class HeldTurns(IAlarms alarms, TimeProvider time)
{
    private const string From =
        """
        FROM turns
        JOIN participations AS part ON part.workspace = turns.workspace AND part.id = turns.participation
        JOIN turn_holds AS hold ON hold.workspace = turns.workspace AND hold.turn = turns.id
        WHERE turns.state = 'Held' AND part.workspace = @workspace AND part.cohort = @cohort
        """;

    /// <summary>How many there are.</summary>
    public static Task<int> CountAsync(Session session, WorkspaceId workspace, CohortId cohort) =>
        session.ScalarAsync<int>($"SELECT COUNT(*) {From}", new { workspace, cohort });

    /// <summary>Has all of them looked at again at once, on whichever node: the limits have changed.</summary>
    public async Task LookAgainAsync(Session session, WorkspaceId workspace, CohortId cohort, CancellationToken cancellationToken)
    {
        // Who works on a participation sees that its hour has come; the alarm wakes the one where there is only one.
        await session.ExecuteAsync(
            $"UPDATE turn_holds SET until = @now WHERE workspace = @workspace AND turn IN (SELECT turns.id {From})", new { workspace, cohort, now = time.GetUtcNow() });
        foreach (var participation in await session.QueryAsync<ParticipationId>($"SELECT DISTINCT part.id {From}", new { workspace, cohort }))
            await alarms.SetAsync(session, BudgetAlarm.Of(workspace, participation, time.GetUtcNow()), cancellationToken);
    }
}
