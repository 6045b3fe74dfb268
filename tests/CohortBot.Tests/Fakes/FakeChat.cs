using CohortBot.Chat;
using CohortBot.Chat.Documents;

namespace CohortBot.Tests.Fakes;

/// <summary>
/// A platform in memory, with a script. It keeps what was posted, and it posts twice what it is told twice, so that a double is seen.
/// Told so before a call, that call fails, loses its answer (the message stands, the caller sees an error), or waits.
/// </summary>
internal sealed class FakeChat(TimeProvider time) : IChat
{
    private readonly Lock _gate = new();
    private readonly List<FakeMessage> _messages = [];
    private readonly List<string> _calls = [];
    private readonly Queue<FakeTurn> _script = [];
    private readonly Dictionary<string, Place> _threads = new(StringComparer.Ordinal);
    private readonly List<IncomingMessage> _written = [];
    private TaskCompletionSource _changed = NewChange();
    private int _lastId;

    public string Platform { get; init; } = "local";

    public ChatLimits Limits { get; set; } = new() { MessageLength = 2000, EditInterval = TimeSpan.FromSeconds(1) };

    /// <summary>What fits into one message; everything, until a test says otherwise.</summary>
    public Func<Document, bool> FitsWhen { get; set; } = _ => true;

    /// <summary>The people who take no private messages.</summary>
    public HashSet<string> ClosedTo { get; } = [];

    public Dictionary<string, ChatUser> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>Everything that stands, in the order in which it came.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_gate)
                return [.. _messages.Where(message => !message.IsDeleted)];
        }
    }

    /// <summary>The calls in their order, by name: <c>post</c>, <c>edit</c>, <c>tell</c>, <c>find</c>, ...</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    /// <summary>Waits until something is so that calls bring about; a test that waits longer than 10 s has failed.</summary>
    public async Task UntilAsync(Func<FakeChat, bool> isSo)
    {
        var patience = Task.Delay(TimeSpan.FromSeconds(10));
        while (true)
        {
            var changed = _changed.Task;
            if (isSo(this))
                return;
            if (await Task.WhenAny(changed, patience) == patience)
                Assert.Fail($"It did not come to that; there was: {string.Join(", ", Calls)}");
        }
    }

    /// <summary>What stands in a place and everybody sees.</summary>
    public IReadOnlyList<FakeMessage> In(Place place) => [.. Messages.Where(message => message.Message.Place == place && message.OnlyTo is null)];

    /// <summary>What was written to a person alone.</summary>
    public IReadOnlyList<FakeMessage> To(string user) => [.. Messages.Where(message => message.OnlyTo?.User == user)];

    /// <summary>The next post or private message fails, and nothing arrives.</summary>
    public void FailNext(Exception exception) => Enqueue(new FakeTurn(exception, Arrives: false, null));

    /// <summary>The next post or private message arrives, and the caller sees a transient error.</summary>
    public void LoseNextAnswer() => Enqueue(new FakeTurn(new ChatException("The answer was lost.", isTransient: true), Arrives: true, null));

    /// <summary>The next post or private message arrives, and its caller is gone before the answer (a crash).</summary>
    public void CrashAfterNext() => Enqueue(new FakeTurn(new OperationCanceledException("The program was killed."), Arrives: true, null));

    /// <summary>The next post or private message waits until the returned source is completed.</summary>
    public FakeHold HoldNext()
    {
        var hold = new FakeHold();
        Enqueue(new FakeTurn(null, Arrives: true, hold));
        return hold;
    }

    /// <summary>A person writes; <see cref="ReadSinceAsync"/> finds it.</summary>
    public void Write(IncomingMessage message)
    {
        lock (_gate)
            _written.Add(message);
    }

    public bool Fits(Document document) => FitsWhen(document);

    public Task<MessageRef> PostAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        SendAsync("post", new FakeMessage(new MessageRef(message.Place, ""), message.Delivery, message.Document, null, time.GetUtcNow()), cancellationToken);

    public async Task<MessageRef?> TellAsync(UserRef user, DeliveryId delivery, Document document, CancellationToken cancellationToken)
    {
        if (ClosedTo.Contains(user.User))
        {
            Note("tell");
            return null;
        }

        var place = new Place(user.Workspace, $"dm:{user.User}");
        return await SendAsync("tell", new FakeMessage(new MessageRef(place, ""), delivery, document, user, time.GetUtcNow()), cancellationToken);
    }

    public Task EditAsync(MessageRef message, Document document, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Change("edit", message, known => known with { Document = document, Edits = known.Edits + 1 });
        return Task.CompletedTask;
    }

    public Task DeleteAsync(MessageRef message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Change("delete", message, known => known with { IsDeleted = true });
        return Task.CompletedTask;
    }

    public Task<Place> OpenThreadAsync(ThreadRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Note("open");
        lock (_gate)
        {
            if (!_threads.TryGetValue(request.Key, out var place))
                place = _threads[request.Key] = request.Channel with { Thread = $"t{_threads.Count + 1}" };
            return Task.FromResult(place);
        }
    }

    public Task<MessageRef?> FindSentAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Note("find");
        var found = Messages.FirstOrDefault(known => known.Delivery == message.Delivery && known.PostedAt >= since);
        return Task.FromResult(found?.Message);
    }

    public Task<IReadOnlyList<IncomingMessage>> ReadSinceAsync(Place place, DateTimeOffset since, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Note("read");
        lock (_gate)
            return Task.FromResult<IReadOnlyList<IncomingMessage>>([.. _written.Where(message => message.Message.Place == place && message.SentAt > since)]);
    }

    public Task ShowOnlyAsync(UserRef user, Place place, Document document, CancellationToken cancellationToken) =>
        SendAsync("show", new FakeMessage(new MessageRef(place, ""), null, document, user, time.GetUtcNow()), cancellationToken);

    public Task<ChatUser?> FindUserAsync(UserRef user, CancellationToken cancellationToken)
    {
        Note("user");
        return Task.FromResult(Users.GetValueOrDefault(user.User));
    }

    private async Task<MessageRef> SendAsync(string call, FakeMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        FakeTurn? turn;
        lock (_gate)
        {
            _calls.Add(call);
            Changed();
            _script.TryDequeue(out turn);
        }

        if (turn?.Hold is { } hold)
            await hold.WaitAsync(cancellationToken);
        var sent = turn?.Arrives == false ? default : Keep(message);
        return turn?.Exception is { } exception ? throw exception : sent;
    }

    private MessageRef Keep(FakeMessage message)
    {
        lock (_gate)
        {
            var sent = message.Message with { Id = $"m{++_lastId}" };
            _messages.Add(message with { Message = sent });
            Changed();
            return sent;
        }
    }

    private void Changed()
    {
        _changed.TrySetResult();
        _changed = NewChange();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Change(string call, MessageRef message, Func<FakeMessage, FakeMessage> change)
    {
        lock (_gate)
        {
            _calls.Add(call);
            var at = _messages.FindIndex(known => known.Message == message && !known.IsDeleted);
            if (at < 0)
                throw new ChatException($"There is no message {message.Id} in {message.Place}.", isTransient: false);
            _messages[at] = change(_messages[at]);
        }
    }

    private void Enqueue(FakeTurn turn)
    {
        lock (_gate)
            _script.Enqueue(turn);
    }

    private void Note(string call)
    {
        lock (_gate)
        {
            _calls.Add(call);
            Changed();
        }
    }

    private sealed record FakeTurn(Exception? Exception, bool Arrives, FakeHold? Hold);
}
