using CohortBot.Access;
using CohortBot.Advisors;
using CohortBot.Budgets;
using CohortBot.Chat;
using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Labs;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Labs;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Budgets;

/// <summary>
/// The labs' world with a model that costs: a million tokens 1 dollar, an answer 1,000 tokens, which is 0.1 cents and 1,000 millionths. An answer is
/// expected to take 1,000 tokens. Amina and Ben live in Berlin, it is Tuesday 1 December 2026, 09:00 there.
/// </summary>
internal sealed class BudgetWorld : IAsyncDisposable
{
    public const int Answer = 1000;

    private BudgetWorld(LabWorld labs, SpendingScript script) => (Labs, Script) = (labs, script);

    public LabWorld Labs { get; }

    public SpendingScript Script { get; }

    public static async Task<BudgetWorld> StartAsync(Action<BudgetOptions> options, LabThreadMode mode = LabThreadMode.Own)
    {
        var script = new SpendingScript();
        var labs = await LabWorld.StartAsync(mode, change: services => services
            .AddSingleton(script)
            .AddSingleton<IAdvisor, SpendingAdvisor>()
            .PostConfigure<BudgetOptions>(budget =>
            {
                budget.Prices = [new ModelPrice { Model = "priced", Input = 1, Output = 1 }];
                (budget.PromptTokens, budget.AnswerTokens) = (800, 200);
                options(budget);
            }));
        return new BudgetWorld(labs, script);
    }

    public T Get<T>()
        where T : notnull => Labs.Get<T>();

    public Task<Place> OpenAsync(string user, string lab = "fit") => Labs.OpenAsync(user, lab);

    public async Task SayAsync(string user, Place place, string text)
    {
        await Labs.SayAsync(user, place, text);
        await DeliverAsync();
    }

    /// <summary>A person types a command or presses a button, and everything that follows happens.</summary>
    public async Task<string> RunAsync(string user, string line, Place? place = null)
    {
        var reply = await Labs.RunAsync(user, line, place);
        await Labs.SettleAsync();
        await DeliverAsync();
        return Words.Of(reply.Document);
    }

    /// <summary>Time passes; alarms whose hour has come go off, and everything that follows happens.</summary>
    public async Task AdvanceToAsync(DateTimeOffset at)
    {
        Labs.Clock.Advance(at - Labs.Clock.GetUtcNow());
        await RingAsync();
    }

    /// <summary>Alarms whose hour has come go off.</summary>
    public async Task RingAsync()
    {
        foreach (var alarm in Labs.Alarms.Set.Where(alarm => alarm.DueAt <= Labs.Clock.GetUtcNow()).ToList())
        {
            Labs.Alarms.Take(alarm.Kind, alarm.Name);
            await Get<LabReopening>().RingAsync(alarm.Name, CancellationToken.None);
        }

        await Labs.SettleAsync();
        await DeliverAsync();
    }

    /// <summary>What stands in a lab's thread below its opening.</summary>
    public IReadOnlyList<FakeMessage> In(Place thread) => [.. Labs.Fake.In(thread).Skip(1)];

    /// <summary>What the facilitator was told privately.</summary>
    public IReadOnlyList<string> ToldFrank => [.. Labs.Fake.To("frank").Select(message => message.Text)];

    public Task<T> ScalarAsync<T>(string sql) => Labs.Database.ReadAsync(session => session.ScalarAsync<T>(sql), CancellationToken.None);

    public Task<IReadOnlyList<T>> ListAsync<T>(string sql) => Labs.Database.ReadAsync(session => session.QueryAsync<T>(sql), CancellationToken.None);

    public Task ChangeAsync(string sql) => Labs.Database.WriteAsync(session => session.ExecuteAsync(sql), CancellationToken.None);

    /// <summary>A request to a model, outside any turn.</summary>
    public Task SpendAsync(string user, long tokens, string model = "priced", CallPurpose purpose = CallPurpose.Card, string lab = "fit") =>
        SpendAsync(user, new TokenCount(tokens, 0, 0), model, purpose, lab);

    public async Task SpendAsync(string user, TokenCount tokens, string model, CallPurpose purpose, string lab)
    {
        var account = await AccountAsync(user, lab);
        var call = new BilledCall { Account = account, Purpose = purpose, Outcome = CallOutcome.Done, Model = model, Tokens = tokens, IsEstimate = false };
        await Get<ModelLedger>().AddAsync(call, CancellationToken.None);
        await DeliverAsync();
    }

    public async Task<CallAccount> AccountAsync(string user, string lab = "fit")
    {
        var member = await MemberAsync(user);
        var part = await Labs.Database.ReadAsync(
            session => ParticipationStore.FindAsync(session, WorkspaceId.Local, new CohortId(1), new LabId(lab), member.Key), CancellationToken.None);
        return part!.Account();
    }

    public async Task<Member> MemberAsync(string user) =>
        (await Get<MemberDirectory>().ListAsync(WorkspaceId.Local, CancellationToken.None)).Single(member => member.PlatformUser == user);

    public ValueTask DisposeAsync() => Labs.DisposeAsync();

    // What the sender does in the program.
    private async Task DeliverAsync()
    {
        var outbox = Get<Outbox>();
        foreach (var key in await Get<OutboxStore>().ListDueAsync(CancellationToken.None))
            await outbox.DeliverAsync(key, CancellationToken.None);
    }
}
