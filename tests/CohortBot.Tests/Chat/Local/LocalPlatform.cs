using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Local;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Chat.Local;

/// <summary>The local platform over a database of its own, with two members, a facilitator and two channels.</summary>
internal sealed class LocalPlatform : IAsyncDisposable
{
    public static readonly Place Channel = new(WorkspaceId.Local, "map");
    public static readonly Place Staff = new(WorkspaceId.Local, "staff");

    private readonly TestDatabase _database;

    private LocalPlatform(TestDatabase database, IMessageReceiver[] receivers)
    {
        _database = database;
        Store = new LocalStore(database.Database);
        Threads = new LocalThreads(database.Database, database.Clock);
        Messages = new LocalMessages(database.Database, database.Clock);
        Sight = new LocalSight(Store, Threads);
        Chat = new LocalChat(Store, Threads, Messages, Events);
        People = new LocalChannel(Store, Sight, Messages, Events, receivers);
        Events.Listen(Changes.Add);
    }

    public static LocalPerson Amina { get; } = new() { Person = new PersonId("amina"), Name = "Amina", Locale = "en", Zone = "Europe/Berlin" };

    public static LocalPerson Ben { get; } = new() { Person = new PersonId("ben"), Name = "Ben", Locale = "de", Zone = "UTC", TakesPrivateMessages = false };

    public static LocalPerson Frida { get; } = new() { Person = new PersonId("frida"), Name = "Frida", Locale = "en", Zone = "UTC", IsStaff = true };

    public LocalStore Store { get; }

    public LocalThreads Threads { get; }

    public LocalMessages Messages { get; }

    public LocalSight Sight { get; }

    public LocalEvents Events { get; } = new();

    public List<LocalChange> Changes { get; } = [];

    public LocalChat Chat { get; }

    public LocalChannel People { get; }

    public ManualClock Clock => (ManualClock)_database.Clock;

    public static async Task<LocalPlatform> CreateAsync(params IMessageReceiver[] receivers)
    {
        var platform = new LocalPlatform(await TestDatabase.CreateAsync(), receivers);
        await platform.Store.AddChannelAsync(new LocalChannelInfo { Channel = "map", Name = "map" }, CancellationToken.None);
        await platform.Store.AddChannelAsync(new LocalChannelInfo { Channel = "staff", Name = "staff", IsStaff = true }, CancellationToken.None);
        foreach (var person in new[] { Amina, Ben, Frida })
            await platform.Store.AddPersonAsync(person, CancellationToken.None);
        return platform;
    }

    public Task<MessageRef> PostAsync(Place place, string delivery, string text) =>
        Chat.PostAsync(new OutgoingMessage(place, new DeliveryId(delivery), Document.Plain(text)), CancellationToken.None);

    public Task<Place> OpenThreadAsync(string key, params UserRef[] only) =>
        Chat.OpenThreadAsync(new ThreadRequest { Channel = Channel, Key = key, Name = "Where do you fit?", Only = only }, CancellationToken.None);

    /// <summary>What a person reads in a place.</summary>
    public async Task<string[]> ReadAsync(LocalPerson person, Place place)
    {
        var messages = await Messages.ListAsync(place, person.Person, new LocalMessageId(long.MaxValue), 100, CancellationToken.None);
        return [.. messages.Select(message => PlainText.Of(message.Read()).Trim())];
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
