namespace CohortBot.Chat.Local;

/// <summary>Who sees what on the local platform.</summary>
internal sealed class LocalSight(LocalStore store, LocalThreads threads)
{
    /// <summary>Whether a person sees a place: a channel (staff channels only staff), a thread that lets the person in, or the person's own private messages.</summary>
    public async Task<bool> CanSeeAsync(LocalPerson person, Place place, CancellationToken cancellationToken)
    {
        if (place.Channel.StartsWith("dm:", StringComparison.Ordinal))
            return place == person.Person.PrivateMessages;
        if (await store.FindChannelAsync(place.Channel, cancellationToken) is not { } channel || (channel.IsStaff && !person.IsStaff))
            return false;
        if (place.Thread is null)
            return true;
        return await threads.FindAsync(place.Thread, cancellationToken) is { } thread && thread.Channel == place.Channel && thread.LetsIn(person);
    }

    /// <summary>Whether a person sees a message.</summary>
    public async Task<bool> CanSeeAsync(LocalPerson person, LocalMessage message, CancellationToken cancellationToken) =>
        (message.OnlyTo is null || message.OnlyTo == person.Person) && await CanSeeAsync(person, message.Place, cancellationToken);
}
