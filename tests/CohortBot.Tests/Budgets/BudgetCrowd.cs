using CohortBot.Access;
using CohortBot.Budgets;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Tests.Budgets;

/// <summary>Many members with a turn each that has not begun.</summary>
internal sealed class BudgetCrowd
{
    private readonly Database _database;

    private BudgetCrowd(Database database, IReadOnlyList<CallAccount> accounts) => (_database, Accounts) = (database, accounts);

    public IReadOnlyList<CallAccount> Accounts { get; }

    public static async Task<BudgetCrowd> AddAsync(Database database, int count) =>
        new(database, await database.WriteAsync(
            async session =>
            {
                List<CallAccount> accounts = [];
                for (var number = 0; number < count; number++)
                    accounts.Add(await AddAsync(session, new MemberKey($"crowd{number}")));
                return accounts;
            },
            CancellationToken.None));

    /// <summary>A turn asks to be let through.</summary>
    public Task<bool> TryBeginAsync(SpendGuard guard, int index, long tokens, Database? node = null) => (node ?? _database).WriteAsync(
        async session =>
        {
            var isOpen = await guard.ReserveAsync(session, Accounts[index], new Amount(0, tokens)) is BudgetVerdict.Open;
            await session.ExecuteAsync("UPDATE turns SET state = @state WHERE id = @Turn", new { Accounts[index].Turn, state = isOpen ? "Asking" : "Held" });
            return isOpen;
        },
        CancellationToken.None);

    /// <summary>A turn has its answer.</summary>
    public async Task EndAsync(ModelLedger ledger, TurnId turn, int tokens)
    {
        var call = new BilledCall
        {
            Account = Accounts.Single(account => account.Turn == turn),
            Purpose = CallPurpose.Answer,
            Outcome = CallOutcome.Done,
            Model = "priced",
            Tokens = new TokenCount(tokens, 0, 0),
            IsEstimate = false,
        };
        await ledger.AddAsync(call, CancellationToken.None);
        await _database.WriteAsync(session => session.ExecuteAsync("UPDATE turns SET state = 'Answered' WHERE id = @turn", new { turn }), CancellationToken.None);
    }

    private static async Task<CallAccount> AddAsync(Session session, MemberKey member)
    {
        await session.ExecuteAsync("INSERT INTO members (workspace, member, created_at) VALUES ('local', @member, 0)", new { member });
        await session.ExecuteAsync("INSERT INTO enrolments (workspace, cohort, member, joined_at) VALUES ('local', 1, @member, 0)", new { member });
        var part = await session.ScalarAsync<long>(
            """
            INSERT INTO participations (workspace, cohort, lab, member, channel, thread, state, started_at)
            VALUES ('local', 1, 'fit', @member, 'map', @member, 'Active', 0) RETURNING id
            """,
            new { member });
        var turn = await session.ScalarAsync<long>(
            "INSERT INTO turns (workspace, participation, state, opened_at, attempts) VALUES ('local', @part, 'Failed', 0, 0) RETURNING id", new { part });
        return new CallAccount
        {
            Workspace = WorkspaceId.Local,
            Cohort = new CohortId(1),
            Lab = new LabId("fit"),
            Member = member,
            Participation = new ParticipationId(part),
            Turn = new TurnId(turn),
        };
    }
}
