using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Exchanges;

/// <summary>The ledger of exchanges. Rows are added and never changed; every count anywhere is a query over them.</summary>
internal sealed class ExchangeStore(Database database, TimeProvider time)
{
    /// <summary>Writes an exchange. A turn that has one already keeps it: twice is once.</summary>
    public async Task AddAsync(Session session, Exchange exchange)
    {
        var added = await session.ExecuteAsync(
            """
            INSERT INTO exchanges (workspace, cohort, lab, member, participation, turn, model, input_tokens, output_tokens, at)
            VALUES (@Workspace, @Cohort, @Lab, @Member, @Participation, @Turn, @Model, @InputTokens, @OutputTokens, @now)
            ON CONFLICT (workspace, turn) DO NOTHING
            """,
            new
            {
                exchange.Workspace,
                exchange.Cohort,
                exchange.Lab,
                exchange.Member,
                exchange.Participation,
                exchange.Turn,
                exchange.Model,
                exchange.InputTokens,
                exchange.OutputTokens,
                now = time.GetUtcNow(),
            });
        if (added > 0)
            session.AfterCommit(ExchangeMeter.Count);
    }

    /// <summary>How many exchanges a member has had in a lab.</summary>
    public Task<int> CountAsync(WorkspaceId workspace, ParticipationId participation, CancellationToken cancellationToken) =>
        database.ReadAsync(session => CountAsync(session, workspace, participation), cancellationToken);

    /// <summary>The same inside a transaction.</summary>
    public static Task<int> CountAsync(Session session, WorkspaceId workspace, ParticipationId participation) =>
        session.ScalarAsync<int>(
            "SELECT COUNT(*) FROM exchanges WHERE workspace = @workspace AND participation = @participation", new { workspace, participation });
}
