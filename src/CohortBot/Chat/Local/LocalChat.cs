using CohortBot.Chat.Documents;
using CohortBot.Chat.Rendering;
using CohortBot.Chat.Rendering.Local;

namespace CohortBot.Chat.Local;

/// <summary>The local channel as a platform: its state lies in the database and survives a restart like any other platform's.</summary>
internal sealed class LocalChat(LocalStore store, LocalThreads threads, LocalMessages messages, LocalEvents events) : IChat
{
    /// <inheritdoc/>
    public string Platform => WorkspaceId.Local.Platform;

    /// <inheritdoc/>
    public ChatLimits Limits => PlatformLimits.Local;

    /// <inheritdoc/>
    public bool Fits(Document document) => LocalRenderer.Fits(document);

    /// <inheritdoc/>
    public async Task<MessageRef> PostAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        await RequireAsync(message.Place, cancellationToken);
        var added = new NewLocalMessage(message.Place) { Delivery = message.Delivery, Document = message.Document };
        return await AddAsync(added, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task EditAsync(MessageRef message, Document document, CancellationToken cancellationToken)
    {
        var id = LocalMessageId.Read(message.Id);
        var known = await messages.FindAsync(id, cancellationToken);
        if (known is not { Author: null } || !await messages.EditAsync(id, text: null, document, cancellationToken))
            throw new ChatException("The message is gone, or it is not ours.", isTransient: false);
        events.Tell(new LocalChange(LocalChangeKind.Edited, known.Place, id, known.OnlyTo));
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(MessageRef message, CancellationToken cancellationToken)
    {
        var id = LocalMessageId.Read(message.Id);
        if (await messages.FindAsync(id, cancellationToken) is not { } known)
            return;
        if (known.Author is not null)
            throw new ChatException("The message is not ours.", isTransient: false);
        await messages.DeleteAsync(id, cancellationToken);
        events.Tell(new LocalChange(LocalChangeKind.Deleted, known.Place, id, known.OnlyTo));
    }

    /// <inheritdoc/>
    public async Task<Place> OpenThreadAsync(ThreadRequest request, CancellationToken cancellationToken)
    {
        await RequireAsync(request.Channel.Root, cancellationToken);
        var place = await threads.OpenAsync(request, cancellationToken);
        events.Tell(new LocalChange(LocalChangeKind.Opened, place, request.Under is { } under ? LocalMessageId.Read(under.Id) : null));
        return place;
    }

    /// <inheritdoc/>
    public async Task<MessageRef?> FindSentAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken) =>
        (await messages.FindAsync(message.Delivery, cancellationToken))?.Ref;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IncomingMessage>> ReadSinceAsync(Place place, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var people = (await store.ListPeopleAsync(cancellationToken)).ToDictionary(person => person.Person, person => person.Name);
        var written = await messages.ListSinceAsync(place, since, cancellationToken);
        return
        [
            .. written.Select(message => new IncomingMessage
            {
                Message = message.Ref,
                Author = message.Author!.Value.User,
                AuthorName = people.GetValueOrDefault(message.Author.Value, message.Author.Value.Value),
                Text = message.Text ?? "",
                SentAt = message.PostedAt,
            }),
        ];
    }

    /// <inheritdoc/>
    public async Task<MessageRef?> TellAsync(UserRef user, DeliveryId delivery, Document document, CancellationToken cancellationToken)
    {
        var person = new PersonId(user.User);
        if (await store.FindPersonAsync(person, cancellationToken) is not { TakesPrivateMessages: true })
            return null;
        return await AddAsync(new NewLocalMessage(person.PrivateMessages) { Delivery = delivery, Document = document }, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ShowOnlyAsync(UserRef user, Place place, Document document, CancellationToken cancellationToken)
    {
        await RequireAsync(place, cancellationToken);
        await AddAsync(new NewLocalMessage(place) { OnlyTo = new PersonId(user.User), Document = document }, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ChatUser?> FindUserAsync(UserRef user, CancellationToken cancellationToken) =>
        await store.FindPersonAsync(new PersonId(user.User), cancellationToken) is { } person
            ? new ChatUser(user, person.Name, person.Zone, person.Locale)
            : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChatChannel>> ListChannelsAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        [.. (await store.ListChannelsAsync(cancellationToken)).Select(channel => new ChatChannel(channel.Channel, channel.Name))];

    private async Task<MessageRef> AddAsync(NewLocalMessage message, CancellationToken cancellationToken)
    {
        var (id, isNew) = await messages.AddAsync(message, cancellationToken);
        if (isNew)
            events.Tell(new LocalChange(LocalChangeKind.Posted, message.Place, id, message.OnlyTo));
        return new MessageRef(message.Place, id.ToString());
    }

    private async Task RequireAsync(Place place, CancellationToken cancellationToken)
    {
        var isThere = place.Channel.StartsWith("dm:", StringComparison.Ordinal)
            ? await store.FindPersonAsync(new PersonId(place.Channel[3..]), cancellationToken) is not null
            : await store.FindChannelAsync(place.Channel, cancellationToken) is not null;
        if (!isThere || (place.Thread is { } thread && await threads.FindAsync(thread, cancellationToken) is null))
            throw new ChatException($"The local channel has no place '{place.Channel}'.", isTransient: false);
    }
}
