using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Schedule;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using CohortBot.Texts;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace CohortBot.Tests.Cohorts;

/// <summary>The real router, commands and database; the platform is a strict mock, alarms are a dictionary. It is Tuesday 1 December 2026, 09:00 in Berlin.</summary>
internal sealed class CohortWorld : IAsyncDisposable
{
    public const string Create = "cohort create course:map plan:\"mon,thu 09:00\" zone:Europe/Berlin channel:#map staff:#facilitators";

    private readonly TestDatabase _test;
    private readonly ServiceProvider _services;

    private CohortWorld(TestDatabase test, ManualClock clock)
    {
        _test = test;
        Clock = clock;
        Chat.SetupGet(chat => chat.Platform).Returns("local");
        Chat.Setup(chat => chat.Fits(It.IsAny<Document>())).Returns(true);
        Chat.Setup(chat => chat.PostAsync(It.IsAny<OutgoingMessage>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((OutgoingMessage message, CancellationToken _) =>
            {
                Posted.Add(message);
                return new MessageRef(message.Place, $"{Posted.Count}");
            });
        Chat.Setup(chat => chat.ListChannelsAsync(WorkspaceId.Local, It.IsAny<CancellationToken>()))
            .ReturnsAsync([new ChatChannel("map", "map"), new ChatChannel("second", "Second course"), new ChatChannel("facilitators", "facilitators")]);
        Chat.Setup(chat => chat.FindUserAsync(It.IsAny<UserRef>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((UserRef user, CancellationToken _) => user.User == "zoe" ? new ChatUser(user, "Zoe") : null);
        _services = test.AddTo(new ServiceCollection())
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<TextCatalogue>()
            .AddSingleton<Chats>()
            .AddSingleton(Chat.Object)
            .AddSingleton<ICourseLibrary>(Library)
            .AddSingleton<IAlarms>(Alarms)
            .AddSending()
            .AddAccess()
            .AddCommands()
            .AddCohorts()
            .BuildServiceProvider();
    }

    public ManualClock Clock { get; }

    public FakeLibrary Library { get; } = new();

    public FakeAlarms Alarms { get; } = new();

    public Mock<IChat> Chat { get; } = new(MockBehavior.Strict);

    public List<OutgoingMessage> Posted { get; } = [];

    public static async Task<CohortWorld> StartAsync()
    {
        var clock = new ManualClock();
        var world = new CohortWorld(await TestDatabase.CreateAsync(clock), clock);
        await world.Get<WorkspaceStore>().AddAsync(WorkspaceId.Local, "Local", CancellationToken.None);
        await world.MeetAsync("olga", Role.Owner);
        await world.MeetAsync("frank", Role.Facilitator);
        await world.MeetAsync("amina", Role.Member);
        return world;
    }

    /// <summary>A world with cohort 1: five lessons, Mondays and Thursdays at 09:00 in Berlin.</summary>
    public static async Task<CohortWorld> StartWithCohortAsync(string create = Create)
    {
        var world = await StartAsync();
        await world.ConfirmAsync("olga", create);
        return world;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<Member> MeetAsync(string name, Role role, string? zone = null)
    {
        var user = new ChatUser(new UserRef(WorkspaceId.Local, name), char.ToUpperInvariant(name[0]) + name[1..], zone);
        var member = await Get<MemberDirectory>().MeetAsync(user, CancellationToken.None);
        await Get<RoleStore>().GiveAsync(WorkspaceId.Local, CohortId.Workspace, member.Key, role, CancellationToken.None);
        return member;
    }

    public async Task<Reply> RunAsync(string who, string line, string channel = "map", string? locale = null) =>
        await Get<IInteractions>().RunAsync(Call(who, line, channel, locale), CancellationToken.None);

    public async Task<string> SayAsync(string who, string line, string channel = "map") => Text((await RunAsync(who, line, channel)).Document);

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(string who, string line) => Get<IInteractions>().SuggestAsync(Call(who, line, "map", null), CancellationToken.None);

    /// <summary>Gives a command, presses its button, and returns what was said then.</summary>
    public async Task<string> ConfirmAsync(string who, string line)
    {
        var shown = await RunAsync(who, line);
        var action = ConfirmAction(shown) ?? throw new InvalidOperationException(Text(shown.Document));
        return await SayAsync(who, action);
    }

    public static string? ConfirmAction(Reply reply) =>
        reply.Document.Blocks.OfType<ButtonRow>().SelectMany(row => row.Buttons).Select(button => button.Action).FirstOrDefault(action => action.Contains("confirm", StringComparison.Ordinal));

    public async Task<Cohort> CohortAsync(long id = 1) => (await Get<CohortStore>().FindAsync(WorkspaceId.Local, new CohortId(id), CancellationToken.None))!;

    public Task<IReadOnlyList<LessonSlot>> SlotsAsync(long id = 1) => Get<LessonSlots>().ListAsync(WorkspaceId.Local, new CohortId(id), CancellationToken.None);

    public async Task<string[]> DuesAsync(long id = 1) => [.. (await SlotsAsync(id)).Select(slot => slot.DueLocal ?? "-")];

    public async Task MarkPostedAsync(int number)
    {
        var slot = (await SlotsAsync())[number - 1];
        Alarms.Set.Remove(slot.AlarmName);
        await Get<Database>().WriteAsync(
            session => LessonSlots.SaveAsync(session, slot with { State = SlotState.Posted, PostedAt = slot.DueAt }), CancellationToken.None);
    }

    public static string Text(Document document) => string.Join('\n', document.Blocks.SelectMany(Texts));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _test.DisposeAsync();
    }

    private static CommandCall Call(string who, string line, string channel, string? locale) => new()
    {
        User = new UserRef(WorkspaceId.Local, who),
        UserName = char.ToUpperInvariant(who[0]) + who[1..],
        Place = new Place(WorkspaceId.Local, channel),
        Line = line,
        Locale = locale,
    };

    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Heading heading => [Join(heading.Text)],
        Paragraph paragraph => [Join(paragraph.Text)],
        Note note => [Join(note.Text)],
        Bullets bullets => bullets.Items.Select(item => Join(item.Text)),
        Table table => [Row(table.Header), .. table.Rows.Select(Row)],
        ButtonRow row => row.Buttons.Select(button => $"[{button.Label}]"),
        _ => [],
    };

    private static string Row(IEnumerable<IReadOnlyList<Run>> cells) => string.Join(" | ", cells.Select(Join));

    private static string Join(IEnumerable<Run> runs) => string.Concat(runs.Select(run => run.Text));

    /// <summary>Keeps alarms by name.</summary>
    internal sealed class FakeAlarms : IAlarms
    {
        public SortedDictionary<string, DateTimeOffset> Set { get; } = new(StringComparer.Ordinal);

        public Task SetAsync(Session session, Alarm alarm, CancellationToken cancellationToken)
        {
            Assert.Equal("lesson", alarm.Kind);
            Set[alarm.Name] = alarm.DueAt;
            return Task.CompletedTask;
        }

        public Task ClearAsync(Session session, string kind, string name, CancellationToken cancellationToken)
        {
            Set.Remove(name);
            return Task.CompletedTask;
        }
    }

    /// <summary>One course with as many lessons as a test wants.</summary>
    internal sealed class FakeLibrary : ICourseLibrary
    {
        public FakeLibrary() => Shelf = WithLessons(5);

        public CourseShelf Shelf { get; set; }

        public static CourseShelf WithLessons(int count) => CourseShelf.Empty with
        {
            Courses = [new Course(new CourseId("map"), "The map", "A course.", Document.Plain("Welcome to the map."), [.. Enumerable.Range(1, count).Select(Lesson)])],
        };

        private static Lesson Lesson(int number) => new()
        {
            Id = new LessonId($"lesson-{number}"),
            Number = number,
            Title = $"Title {number}",
            Summary = "",
            Minutes = 5,
            Lab = null,
            Body = Document.Plain("Body."),
            Quiz = [],
            Sources = [],
        };
    }
}
