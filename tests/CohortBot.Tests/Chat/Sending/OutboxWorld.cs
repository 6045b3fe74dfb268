using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Chat.Sending;

/// <summary>The outbox over a real database and a scripted platform. A second node shares both.</summary>
internal sealed class OutboxWorld : IAsyncDisposable
{
    private readonly TestDatabase _test;
    private readonly ServiceProvider _services;
    private readonly bool _isFirst;
    private OutboxSender? _sender;

    private OutboxWorld(TestDatabase test, FakeChat chat, bool isFirst)
    {
        (_test, Chat, _isFirst) = (test, chat, isFirst);
        _services = test.AddTo(new ServiceCollection()).AddLogging().AddSingleton(test.Clock)
            .AddSingleton<IChat>(chat).AddSingleton<Chats>().AddSingleton<IOutboxListener>(News).AddSending().BuildServiceProvider();
    }

    public static Place Channel { get; } = new(WorkspaceId.Local, "map");

    public FakeChat Chat { get; }

    public RecordingListener News { get; } = new();

    public ManualClock Clock => (ManualClock)_test.Clock;

    public Database Database => _test.Database;

    public Outbox Outbox => _services.GetRequiredService<Outbox>();

    public IReadOnlyList<string> Said => [.. Chat.Messages.Select(message => message.Text)];

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<OutboxWorld> CreateAsync()
    {
        var test = await TestDatabase.CreateAsync();
        return new OutboxWorld(test, new FakeChat(test.Clock), isFirst: true);
    }

    /// <summary>Another node, or this program after a restart: the same database and platform, nothing else.</summary>
    public OutboxWorld Again() => new(_test, Chat, isFirst: false);

    /// <summary>A message of one part a word; the fake platform takes one paragraph a message.</summary>
    public static OutboxMessage Message(string subject, params string[] words) => new()
    {
        Key = KeyOf(subject),
        Place = Channel,
        Document = new Document([.. words.Select(word => new Paragraph(Run.Of(word)))]),
    };

    public static OutboxKey KeyOf(string subject) => new(WorkspaceId.Local, subject);

    public Task AddAsync(OutboxMessage message) => Database.WriteAsync(session => Outbox.AddAsync(session, message), CancellationToken.None);

    public Task<IReadOnlyList<MessageRef>> SendAsync(OutboxMessage message) => Outbox.SendNowAsync(message, CancellationToken.None);

    /// <summary>Sends as the sender does, when its time has come.</summary>
    public Task<IReadOnlyList<MessageRef>> DeliverAsync(string subject) =>
        _services.GetRequiredService<OutboxDelivery>().DeliverAsync(KeyOf(subject), isAsked: false, CancellationToken.None);

    public async Task StartAsync()
    {
        _sender = _services.GetRequiredService<OutboxSender>();
        await _sender.StartAsync(CancellationToken.None);
    }

    public async Task<IReadOnlyList<string>> StatesAsync(string subject) => await Database.ReadAsync(
        session => session.QueryAsync<string>("SELECT state || COALESCE(': ' || reason, '') FROM outbox WHERE subject = @subject ORDER BY part", new { subject }),
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_sender is not null)
            await _sender.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        if (_isFirst)
            await _test.DisposeAsync();
    }

    internal sealed class RecordingListener : IOutboxListener
    {
        public List<string> Heard { get; } = [];

        public bool Fails { get; set; }

        public Task SentAsync(OutboxKey key, CancellationToken cancellationToken)
        {
            Heard.Add($"sent {key.Subject}");
            return Fails ? throw new InvalidOperationException("The listener is broken.") : Task.CompletedTask;
        }

        public Task DroppedAsync(OutboxKey key, CancellationToken cancellationToken)
        {
            Heard.Add($"dropped {key.Subject}");
            return Task.CompletedTask;
        }
    }
}
