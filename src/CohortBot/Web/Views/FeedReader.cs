using CohortBot.Chat;
using CohortBot.Chat.Local;

namespace CohortBot.Web.Views;

/// <summary>Reads messages as one person sees them: grouped by author, with a line where a day begins.</summary>
internal sealed class FeedReader(LocalStore store, LocalMessages messages, LocalThreads threads, LocalFiles files)
{
    private const int PageSize = 60;

    private static readonly LocalMessageId End = new(long.MaxValue);

    // Messages of one author that are closer than this stand under one name.
    private static readonly TimeSpan Close = TimeSpan.FromMinutes(5);

    /// <summary>The newest messages of a place, or those before one of them; and whether there are still earlier ones.</summary>
    public async Task<(IReadOnlyList<FeedItem> Items, bool HasEarlier)> ReadAsync(
        PageContext context, Place place, LocalMessageId? before, CancellationToken cancellationToken)
    {
        var found = await messages.ListAsync(place, context.Me.Person, before ?? End, PageSize + 1, cancellationToken);
        var items = await ShowAsync(context, place, found, cancellationToken);
        return found.Count > PageSize ? ([.. items.Skip(1)], true) : (items, false);
    }

    /// <summary>What came after a message.</summary>
    public async Task<IReadOnlyList<FeedItem>> ReadAfterAsync(
        PageContext context, Place place, LocalMessageId after, CancellationToken cancellationToken)
    {
        var found = await messages.ListAfterAsync(place, context.Me.Person, after, cancellationToken);
        var first = await messages.ListAsync(place, context.Me.Person, new LocalMessageId(after.Value + 1), 1, cancellationToken);
        var items = await ShowAsync(context, place, [.. first, .. found], cancellationToken);
        return [.. items.Skip(first.Count)];
    }

    /// <summary>One message, shown as it stands after the one before it.</summary>
    public async Task<FeedItem> ReadOneAsync(PageContext context, LocalMessage message, CancellationToken cancellationToken)
    {
        var previous = await messages.ListAsync(message.Place, context.Me.Person, message.Id, 1, cancellationToken);
        return (await ShowAsync(context, message.Place, [.. previous, message], cancellationToken))[^1];
    }

    private async Task<IReadOnlyList<FeedItem>> ShowAsync(
        PageContext context, Place place, IReadOnlyList<LocalMessage> found, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
            return [];
        var names = (await store.ListPeopleAsync(cancellationToken)).ToDictionary(person => person.Person, person => person.Name);
        var below = place.Thread is null ? await threads.ListAsync(place.Channel, context.Me, cancellationToken) : [];
        var handed = await files.ListAsync(found[0].Id, found[^1].Id, cancellationToken);
        List<FeedItem> items = [];
        foreach (var message in found)
        {
            var previous = items.LastOrDefault();
            items.Add(new FeedItem(message, message.Author is { } author ? names.GetValueOrDefault(author, author.Value) : "CohortBot")
            {
                IsMine = message.Author == context.Me.Person,
                Day = previous is null || DayOf(context, previous.Message) != DayOf(context, message) ? context.Day(message.PostedAt) : null,
                IsContinued = previous is not null && Continues(context, previous, message),
                Threads = [.. below.Where(thread => thread.Under == message.Id.ToString()).Reverse()],
                Files = [.. handed.Where(file => file.Message == message.Id)],
            });
        }

        return items;
    }

    private static bool Continues(PageContext context, FeedItem previous, LocalMessage message) =>
        previous.Message.Author == message.Author
        && previous.Message.OnlyTo == message.OnlyTo
        && previous.Threads.Count == 0
        && message.PostedAt - previous.Message.PostedAt < Close
        && DayOf(context, previous.Message) == DayOf(context, message);

    private static DateTime DayOf(PageContext context, LocalMessage message) => context.Local(message.PostedAt).Date;
}
