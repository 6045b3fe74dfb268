namespace CohortBot.Chat.Local;

/// <summary>What people do on the local platform with their own messages, and how the program hears of it.</summary>
internal sealed class LocalChannel(
    LocalStore store, LocalSight sight, LocalMessages messages, LocalEvents events, IEnumerable<IMessageReceiver> receivers)
{
    /// <summary>Characters that a person can write at once.</summary>
    public const int LongestText = 4000;

    /// <summary>A person writes. Returns null when the text is empty or too long, or the place is not the person's to write in.</summary>
    public async Task<LocalMessageId?> WriteAsync(LocalPerson person, Place place, string text, CancellationToken cancellationToken)
    {
        if (!IsText(text) || !await sight.CanSeeAsync(person, place, cancellationToken))
            return null;
        var (id, _) = await messages.AddAsync(new NewLocalMessage(place) { Author = person.Person, Text = text.Trim() }, cancellationToken);
        events.Tell(new LocalChange(LocalChangeKind.Posted, place, id));
        // It stands now, so it must be taken too, even if the page that sent it is closed meanwhile.
        var stored = await messages.FindAsync(id, CancellationToken.None);
        await ForEachReceiverAsync(receiver => receiver.ReceiveAsync(
            new IncomingMessage
            {
                Message = new MessageRef(place, id.ToString()),
                Author = person.Person.User,
                AuthorName = person.Name,
                Text = text.Trim(),
                SentAt = stored!.PostedAt,
            },
            CancellationToken.None));
        return id;
    }

    /// <summary>A person changes a message of their own. Returns false when it is not theirs, gone, or the text is empty.</summary>
    public async Task<bool> EditAsync(PersonId person, LocalMessageId id, string text, CancellationToken cancellationToken)
    {
        if (!IsText(text) || await FindOwnAsync(person, id, cancellationToken) is not { } message)
            return false;
        if (message.Text == text.Trim())
            return true;
        await messages.EditAsync(id, text.Trim(), document: null, cancellationToken);
        events.Tell(new LocalChange(LocalChangeKind.Edited, message.Place, id));
        await ForEachReceiverAsync(receiver => receiver.ReceiveEditAsync(message.Ref, text.Trim(), CancellationToken.None));
        return true;
    }

    /// <summary>A person deletes a message of their own. Returns false when it is not theirs or gone.</summary>
    public async Task<bool> DeleteAsync(PersonId person, LocalMessageId id, CancellationToken cancellationToken)
    {
        if (await FindOwnAsync(person, id, cancellationToken) is not { } message)
            return false;
        await messages.DeleteAsync(id, cancellationToken);
        events.Tell(new LocalChange(LocalChangeKind.Deleted, message.Place, id));
        await ForEachReceiverAsync(receiver => receiver.ReceiveDeletionAsync(message.Ref, CancellationToken.None));
        return true;
    }

    /// <summary>A person clears away a message that only they see.</summary>
    public async Task<bool> DismissAsync(PersonId person, LocalMessageId id, CancellationToken cancellationToken)
    {
        if (await messages.FindAsync(id, cancellationToken) is not { } message || message.OnlyTo != person)
            return false;
        await messages.DeleteAsync(id, cancellationToken);
        events.Tell(new LocalChange(LocalChangeKind.Deleted, message.Place, id, person));
        return true;
    }

    /// <summary>A message that a person sees, or null.</summary>
    public async Task<LocalMessage?> FindAsync(LocalPerson person, LocalMessageId id, CancellationToken cancellationToken) =>
        await messages.FindAsync(id, cancellationToken) is { } message && await sight.CanSeeAsync(person, message, cancellationToken) ? message : null;

    /// <summary>The person with an id, or null.</summary>
    public Task<LocalPerson?> FindPersonAsync(PersonId person, CancellationToken cancellationToken) => store.FindPersonAsync(person, cancellationToken);

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= LongestText;

    private async Task<LocalMessage?> FindOwnAsync(PersonId person, LocalMessageId id, CancellationToken cancellationToken) =>
        await messages.FindAsync(id, cancellationToken) is { } message && message.Author == person ? message : null;

    private async Task ForEachReceiverAsync(Func<IMessageReceiver, Task> tell)
    {
        foreach (var receiver in receivers)
            await tell(receiver);
    }
}
