using System.Runtime.CompilerServices;
using CohortBot.Access;
using CohortBot.Advisors;
using CohortBot.Advisors.Cards;
using CohortBot.Advisors.Safety;
using CohortBot.Budgets;
using CohortBot.Chat;
using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Cohorts.Changes;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Exchanges;
using CohortBot.Guides;
using CohortBot.Labs;
using CohortBot.Schedule;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using CohortBot.Texts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Labs;

/// <summary>
/// Cohort 1 in the channel <c>map</c> with Amina and Ben; Zoe is a guest and Frank the facilitator. Lesson 1 is posted, lesson 2 comes
/// in a week. A restart is a new program over the same database and platform.
/// </summary>
internal sealed class LabWorld : IAsyncDisposable
{
    public static readonly Place Channel = new(WorkspaceId.Local, "map");

    private readonly TestDatabase _test;
    private readonly Database? _joined;
    private readonly Action<LabOptions> _options;
    private readonly Action<IServiceCollection> _change;
    private ServiceProvider _services;
    private readonly StrongBox<int> _lastMessage;

    private LabWorld(TestDatabase test, SteppingClock clock, Action<LabOptions> options, Action<IServiceCollection> change)
    {
        (_test, Clock, _options, _change, _lastMessage) = (test, clock, options, change, new StrongBox<int>());
        Fake = new FakeChat(clock);
        Chat = new LabChat(Fake);
        _services = Build();
    }

    private LabWorld(LabWorld first, string node)
    {
        (_test, Clock, _options, _change, _joined) = (first._test, first.Clock, first._options, first._change, first._test.Open(node));
        (Fake, Chat, Advisor, _lastMessage) = (first.Fake, first.Chat, first.Advisor, first._lastMessage); // one platform numbers its messages once
        _services = Build();
    }

    public SteppingClock Clock { get; }

    public FakeChat Fake { get; }

    public LabChat Chat { get; }

    public ScriptedAdvisor Advisor { get; } = new();

    public LabAlarms Alarms { get; } = new();

    public IServiceProvider Services => _services;

    public Database Database => _joined ?? _test.Database;

    public TestDatabase Test => _test;

    /// <summary>The same database as another node sees it; the caller closes it.</summary>
    public Database OpenNode(string node) => _test.Open(node);

    public static async Task<LabWorld> StartAsync(
        LabThreadMode mode = LabThreadMode.Own, Action<LabOptions>? options = null, Action<IServiceCollection>? change = null)
    {
        var clock = new SteppingClock();
        return await StartAsync(await TestDatabase.CreateAsync(clock), clock, mode, (options ?? (_ => { }), change ?? (_ => { })));
    }

    /// <summary>The same over a database that others can join.</summary>
    public static async Task<LabWorld> StartSharedAsync()
    {
        var clock = new SteppingClock();
        return await StartAsync(await TestDatabase.CreateSharedAsync(clock), clock, LabThreadMode.Own, (_ => { }, _ => { }));
    }

    /// <summary>Another program over the same database, platform, advisor and time.</summary>
    public async Task<LabWorld> JoinAsync(string node)
    {
        var other = new LabWorld(this, node);
        await other.ResumeAsync();
        return other;
    }

    /// <summary>Looks for what other programs left, and does it.</summary>
    public async Task FollowAsync()
    {
        await Get<LabFollowing>().LookAsync(CancellationToken.None);
        await SettleAsync();
    }

    /// <summary>Sees that another program gives no sign of life.</summary>
    public async Task MissOthersAsync()
    {
        for (var look = 0; look <= Nodes.LooksToDie; look++)
            await Get<Nodes>().LookAsync(CancellationToken.None);
    }

    /// <summary>The program is gone, without a word to anybody.</summary>
    public ValueTask KillAsync() => _services.DisposeAsync();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A person types a command, or presses the button that stands for it.</summary>
    public Task<Reply> RunAsync(string user, string line, Place? place = null, IReadOnlyDictionary<string, string>? fields = null) =>
        Get<IInteractions>().RunAsync(
            new CommandCall
            {
                User = new UserRef(WorkspaceId.Local, user),
                UserName = Name(user),
                Place = place ?? Channel,
                Line = line,
                Fields = fields ?? new Dictionary<string, string>(),
            },
            CancellationToken.None);

    /// <summary>A person opens a lab.</summary>
    public async Task<Place> OpenAsync(string user, string lab = "fit") => (await RunAsync(user, $"lab start lab:{lab}")).GoTo!.Value;

    /// <summary>A person writes; nothing is waited for.</summary>
    public async Task<IncomingMessage> WriteAsync(string user, Place place, string text)
    {
        var message = Message(user, place, text);
        await Get<IMessageReceiver>().ReceiveAsync(message, CancellationToken.None);
        return message;
    }

    /// <summary>A message that a platform would deliver.</summary>
    public IncomingMessage Message(string user, Place place, string text) => new()
    {
        Message = new MessageRef(place, $"p{Interlocked.Increment(ref _lastMessage.Value)}"),
        Author = new UserRef(WorkspaceId.Local, user),
        AuthorName = Name(user),
        Text = text,
        SentAt = Clock.GetUtcNow(),
    };

    /// <summary>A person writes and everything that follows happens.</summary>
    public async Task<IncomingMessage> SayAsync(string user, Place place, string text)
    {
        var message = await WriteAsync(user, place, text);
        await SettleAsync();
        return message;
    }

    public Task SettleAsync() => Clock.UntilAsync(Get<LabLanes>().WhenIdleAsync(CancellationToken.None));

    /// <summary>What waits in the outbox leaves.</summary>
    public async Task SendDueAsync()
    {
        foreach (var key in await Get<OutboxStore>().ListDueAsync(CancellationToken.None))
            await Get<OutboxDelivery>().DeliverAsync(key, isAsked: false, CancellationToken.None);
    }

    /// <summary>The program stops (a crash, as far as the database and the platform can tell) and starts again.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await ResumeAsync();
    }

    public async Task StopAsync()
    {
        await _services.DisposeAsync();
        _services = Build();
    }

    public async Task ResumeAsync()
    {
        await Get<Nodes>().EnterAsync(CancellationToken.None);
        await Get<OutboxStore>().ReleaseClaimsAsync(CancellationToken.None);
        await Get<LabThreads>().LoadAsync(CancellationToken.None);
        var withoutCard = await Get<LabBacklog>().ListWithoutCardAsync(CancellationToken.None);
        await Get<LabBacklog>().TakeUpAsync(andHeld: true, CancellationToken.None);
        await Get<LabBacklog>().CatchUpAsync(CancellationToken.None);
        await SettleAsync();
        await Get<LabBacklog>().MakeCardsAsync(withoutCard, CancellationToken.None);
    }

    public Task<long> CountAsync(string table) =>
        Database.ReadAsync(session => session.ScalarAsync<long>($"SELECT COUNT(*) FROM {table}"), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_joined is not null)
            await _joined.DisposeAsync();
        else
            await _test.DisposeAsync();
    }

    private static async Task<LabWorld> StartAsync(
        TestDatabase test, SteppingClock clock, LabThreadMode mode, (Action<LabOptions> Options, Action<IServiceCollection> Services) change)
    {
        var world = new LabWorld(test, clock, change.Options, change.Services);
        await world.SeedAsync(mode);
        await world.ResumeAsync();
        return world;
    }

    private static string Name(string user) => char.ToUpperInvariant(user[0]) + user[1..];

    private ServiceProvider Build()
    {
        var services = AddAll(new ServiceCollection());
        _change(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    private IServiceCollection AddAll(IServiceCollection services) => _test.AddTo(services, _joined)
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton<TextCatalogue>()
        .AddSingleton<Chats>()
        .AddSingleton<IChat>(Chat)
        .AddSingleton<ICourseLibrary, LabCourse>()
        .AddSending()
        .AddSingleton<CohortStore>()
        .AddSafety()
        .AddSingleton<EnrolmentStore>()
        .AddSingleton<LessonSlots>()
        .AddSingleton<ICohortScope, CohortScope>()
        .AddSingleton(Advisor)
        .AddSingleton<IAdvisor>(Advisor)
        .AddSingleton<CardByRules>()
        .AddAccess()
        .AddCommands()
        .AddSingleton<StaffNotices>()
        .AddSingleton<LongLines>()
        .AddSingleton<ConfirmButton>()
        .AddSingleton<IAlarms>(Alarms)
        .AddExchanges()
        .AddBudgets()
        .AddGuides()
        .AddLabs()
        .PostConfigure(_options);

    private async Task SeedAsync(LabThreadMode mode)
    {
        await Get<WorkspaceStore>().AddAsync(WorkspaceId.Local, "Local", CancellationToken.None);
        var frank = await MeetAsync("frank");
        await Get<RoleStore>().GiveAsync(WorkspaceId.Local, new CohortId(1), frank.Key, Role.Facilitator, CancellationToken.None);
        Member[] members = [await MeetAsync("amina"), await MeetAsync("ben")];
        await MeetAsync("zoe");
        await Database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    """
                    INSERT INTO cohorts (workspace, id, name, course, channel, state, plan, zone, starts_on, replan_from, grace_minutes, gate, thread_mode, locale, created_at)
                    VALUES ('local', 1, 'Spring', 'map', 'map', 'Running', 'mon 09:00', 'Europe/Berlin', '2026-11-30', '2026-11-30', 60, 'Date', @mode, 'en', 0)
                    """,
                    new { mode = mode.ToString() });
                foreach (var member in members)
                    await Get<EnrolmentStore>().JoinAsync(session, WorkspaceId.Local, new CohortId(1), member.Key);
                await PostAsync(session, 1);
                await LessonSlots.SaveAsync(session, Slot(2, SlotState.Planned));
            },
            CancellationToken.None);
    }

    /// <summary>A lesson is posted.</summary>
    public Task PostLessonAsync(int number) => Database.WriteAsync(session => PostAsync(session, number), CancellationToken.None);

    private static Task PostAsync(Session session, int number) => LessonSlots.SaveAsync(session, Slot(number, SlotState.Posted));

    private static LessonSlot Slot(int number, SlotState state) => new()
    {
        Workspace = WorkspaceId.Local,
        Cohort = new CohortId(1),
        Lesson = new LessonId($"lesson-{number}"),
        Edition = 1,
        Number = number,
        State = state,
        DueAt = new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero).AddDays(7 * (number - 1)),
    };

    private Task<Member> MeetAsync(string user) =>
        Get<MemberDirectory>().MeetAsync(new ChatUser(new UserRef(WorkspaceId.Local, user), Name(user)), CancellationToken.None);
}
