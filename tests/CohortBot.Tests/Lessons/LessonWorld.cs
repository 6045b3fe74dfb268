using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Cohorts.Changes;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Exchanges;
using CohortBot.Lessons;
using CohortBot.Schedule;
using CohortBot.Storage;
using CohortBot.Tests.Cohorts;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Labs;
using CohortBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Lessons;

/// <summary>
/// Cohort 1 in the channel "map": three lessons on Mondays, 09:00 in Berlin, from 7 December 2026; lessons 1 and 2 have a lab. Alarms ring when a
/// test rings them, messages leave when a test sends them.
/// </summary>
internal sealed class LessonWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset FirstDue = new(2026, 12, 7, 8, 0, 0, TimeSpan.Zero);
    private static readonly CohortId One = new(1);

    private readonly TestDatabase _test;
    private readonly Database? _joined;
    private readonly ServiceProvider _services;

    private LessonWorld(TestDatabase test, FakeChat chat, bool isWhole = false, Database? joined = null)
    {
        (_test, _joined, Chat) = (test, joined, chat);
        var services = test.AddTo(new ServiceCollection(), joined).AddLogging().AddSingleton(test.Clock)
            .AddSingleton<TextCatalogue>().AddSingleton<Chats>().AddSingleton<IChat>(chat)
            .AddSingleton<ICourseLibrary, LabCourse>().AddSingleton<IAlarms>(Alarms)
            .AddSending().AddAccess().AddCommands().AddCohorts().AddExchanges().AddLessons();
        if (isWhole)
            services.AddSchedule();
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    public FakeChat Chat { get; }

    public TestDatabase Test => _test;

    public CohortWorld.FakeAlarms Alarms { get; } = new();

    public ManualClock Clock => (ManualClock)_test.Clock;

    public Place Channel { get; } = new(WorkspaceId.Local, "map");

    public Place Staff { get; } = new(WorkspaceId.Local, "facilitators");

    public static async Task<LessonWorld> StartAsync(LessonGate gate = LessonGate.Date, Func<Cohort, Cohort>? change = null)
    {
        var test = await TestDatabase.CreateAsync();
        var world = new LessonWorld(test, new FakeChat(test.Clock));
        await world.FillAsync(change?.Invoke(NewCohort(gate)) ?? NewCohort(gate));
        return world;
    }

    /// <summary>The same with the real scheduler and sender at work, on a clock that goes on by itself and can jump.</summary>
    public static async Task<LessonWorld> StartWholeAsync(JumpingClock clock)
    {
        var test = await TestDatabase.CreateAsync(clock);
        var world = new LessonWorld(test, new FakeChat(clock), isWhole: true);
        await world.FillAsync(NewCohort(LessonGate.Date));
        await world.Get<AlarmClock>().StartAsync(CancellationToken.None);
        await world.Get<OutboxSender>().StartAsync(CancellationToken.None);
        return world;
    }

    /// <summary>The same over a database that others can join.</summary>
    public static async Task<LessonWorld> StartSharedAsync()
    {
        var test = await TestDatabase.CreateSharedAsync();
        var world = new LessonWorld(test, new FakeChat(test.Clock));
        await world.FillAsync(NewCohort(LessonGate.Date));
        return world;
    }

    /// <summary>Another program over the same database and platform.</summary>
    public LessonWorld Join(string node) => new(_test, Chat, joined: _test.Open(node));

    public Task ReleaseClaimsAsync() => Get<OutboxStore>().ReleaseClaimsAsync(CancellationToken.None);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The program again: the same database and platform, nothing else. The clock and the first world stay.</summary>
    public LessonWorld Again() => new(_test, Chat);

    /// <summary>The program after a restore of the database as it stands now: the platform goes on, and knows more than the database later.</summary>
    public async Task<LessonWorld> RestoredAsync() => new(await _test.RestoreCopyAsync(), Chat);

    public async Task<Member> MeetAsync(string name, Role role, string? zone = null)
    {
        var member = await Get<MemberDirectory>().MeetAsync(new ChatUser(new UserRef(WorkspaceId.Local, name), Name(name), zone), CancellationToken.None);
        await Get<RoleStore>().GiveAsync(WorkspaceId.Local, CohortId.Workspace, member.Key, role, CancellationToken.None);
        return member;
    }

    /// <summary>The clock stands so long after the due time of a lesson, and its alarm goes off.</summary>
    public async Task RingAsync(int number, TimeSpan after = default)
    {
        var slot = Slot(number);
        if (Clock.GetUtcNow() < slot.DueAt + after)
            Clock.SetTo(slot.DueAt!.Value + after);
        await Get<LessonPoster>().RingAsync(slot.AlarmName, CancellationToken.None);
    }

    /// <summary>All that is due leaves.</summary>
    public async Task SendAsync()
    {
        foreach (var key in await Get<OutboxStore>().ListDueAsync(CancellationToken.None))
            await Get<OutboxDelivery>().DeliverAsync(key, isAsked: false, CancellationToken.None);
    }

    public async Task PostAsync(int number)
    {
        await RingAsync(number);
        await SendAsync();
    }

    public Task CatchUpAsync() => Get<LessonCatchUp>().CatchUpAsync(CancellationToken.None);

    public async Task<SlotState> StateAsync(int number) => (await SlotAsync(number)).State;

    public async Task<LessonSlot> SlotAsync(int number) => (await Get<LessonSlots>().ListAsync(WorkspaceId.Local, One, CancellationToken.None))[number - 1];

    public Task WriteAsync(Func<Session, Task> work) => _test.Database.WriteAsync(work, CancellationToken.None);

    public Task ChangeCohortAsync(CohortState state) =>
        WriteAsync(session => session.ExecuteAsync(
            "UPDATE cohorts SET state = @state, closed_at = @closedAt",
            new { state = state.ToString(), closedAt = state == CohortState.Closed ? Clock.GetUtcNow() : (DateTimeOffset?)null }));

    /// <summary>A member completes the lab of a lesson.</summary>
    public async Task CompleteLabAsync(string who, string lab)
    {
        var member = await Get<MemberDirectory>().FindAsync(new UserRef(WorkspaceId.Local, who), CancellationToken.None);
        await WriteAsync(session => session.ExecuteAsync(
            """
            INSERT INTO participations (workspace, cohort, lab, member, channel, thread, state, started_at, completed_at)
            VALUES ('local', 1, @lab, @Key, 'map', 't', 'Complete', @now, @now)
            """,
            new { lab, member!.Key, now = Clock.GetUtcNow() }));
    }

    public Task<Reply> RunAsync(string who, string line, string channel = "map") => Get<IInteractions>().RunAsync(
        new CommandCall { User = new UserRef(WorkspaceId.Local, who), UserName = Name(who), Place = new Place(WorkspaceId.Local, channel), Line = line }, CancellationToken.None);

    public async Task<string> SayAsync(string who, string line) => Words.Of((await RunAsync(who, line)).Document);

    /// <summary>Gives a command, presses the first button of the answer, and returns what was said then.</summary>
    public async Task<Reply> ConfirmAsync(string who, string line)
    {
        var asked = await RunAsync(who, line);
        return Words.Actions(asked.Document) is [var action, ..] ? await RunAsync(who, action) : throw new InvalidOperationException(Words.Of(asked.Document));
    }

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync() => await Get<AuditLog>().ListAsync(WorkspaceId.Local, One, 20, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Get<OutboxSender>().StopAsync(CancellationToken.None);
        if (_services.GetService<AlarmClock>() is { } alarms)
            await alarms.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        if (_joined is not null)
            await _joined.DisposeAsync();
        else
            await _test.DisposeAsync();
    }

    private async Task FillAsync(Cohort cohort)
    {
        await Get<WorkspaceStore>().AddAsync(WorkspaceId.Local, "Local", CancellationToken.None);
        await MeetAsync("frank", Role.Facilitator);
        var members = new[] { await MeetAsync("amina", Role.Member, "Europe/Lisbon"), await MeetAsync("ben", Role.Member) };
        await WriteAsync(async session =>
        {
            await CohortRows.AddAsync(session, cohort, _test.Clock.GetUtcNow());
            for (var number = 1; number <= 3; number++)
                await LessonSlots.SaveAsync(session, Slot(number));
            foreach (var member in members)
                await Get<EnrolmentStore>().JoinAsync(session, WorkspaceId.Local, One, member.Key);
        });
    }

    private static string Name(string user) => char.ToUpperInvariant(user[0]) + user[1..];

    private static LessonSlot Slot(int number) => new()
    {
        Workspace = WorkspaceId.Local,
        Cohort = One,
        Lesson = new LessonId($"lesson-{number}"),
        Edition = 1,
        Number = number,
        State = SlotState.Planned,
        DueAt = FirstDue.AddDays(7 * (number - 1)),
        DueLocal = $"2026-12-{7 * number:00}T09:00",
    };

    private static Cohort NewCohort(LessonGate gate) => new()
    {
        Workspace = WorkspaceId.Local,
        Id = One,
        Name = "December",
        Course = new CourseId("map"),
        Channel = "map",
        StaffChannel = "facilitators",
        State = CohortState.Running,
        Plan = "mon 09:00",
        Zone = "Europe/Berlin",
        StartsOn = new DateOnly(2026, 12, 7),
        ReplanFrom = new DateOnly(2026, 12, 7),
        GraceMinutes = 60,
        Gate = gate,
        ThreadMode = LabThreadMode.Own,
        Locale = Locale.English,
    };
}
