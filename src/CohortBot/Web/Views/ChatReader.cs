using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Cohorts;
using CohortBot.Schedule;

namespace CohortBot.Web.Views;

/// <summary>Reads what a page of the local channel shows.</summary>
internal sealed class ChatReader(LocalStore store, LocalThreads threads, LocalReads reads, FeedReader feeds, CohortStore cohorts)
{
    private const int MostThreads = 8;

    /// <summary>The first channel that a person sees, or null.</summary>
    public async Task<Place?> FindFirstAsync(LocalPerson person, CancellationToken cancellationToken)
    {
        var channels = await store.ListChannelsAsync(cancellationToken);
        return channels.FirstOrDefault(channel => !channel.IsStaff || person.IsStaff) is { } first ? new Place(WorkspaceId.Local, first.Channel) : null;
    }

    /// <summary>A place with its newest messages, which count as read from now on. The person must be let in.</summary>
    public async Task<FeedView> ReadFeedAsync(PageContext context, Place place, CancellationToken cancellationToken)
    {
        var (items, hasEarlier) = await feeds.ReadAsync(context, place, before: null, cancellationToken);
        if (items.Count > 0)
            await reads.MarkAsync(context.Me.Person, place, items[^1].Message.Id, cancellationToken);
        var (title, about) = await NameAsync(context, place, cancellationToken);
        return new FeedView(place, title, about, items, hasEarlier);
    }

    /// <summary>The column at the left.</summary>
    public async Task<SidebarView> ReadSidebarAsync(
        PageContext context, Place here, IReadOnlyList<PersonEntry> people, CancellationToken cancellationToken)
    {
        var fresh = await reads.ListNewAsync(context.Me.Person, cancellationToken);
        List<ChannelEntry> channels = [];
        foreach (var channel in await store.ListChannelsAsync(cancellationToken))
        {
            if (channel.IsStaff && !context.Me.IsStaff)
                continue;
            var below = await threads.ListAsync(channel.Channel, context.Me, cancellationToken);
            channels.Add(new ChannelEntry(
                Entry(new Place(WorkspaceId.Local, channel.Channel), channel.Name, fresh),
                channel.IsStaff,
                [.. below.OrderByDescending(thread => thread.LastAt ?? thread.OpenedAt).Take(MostThreads).Select(thread => Entry(thread.Place, thread.Name, fresh))]));
        }

        return new SidebarView(here, channels, Entry(context.Me.Person.PrivateMessages, "CohortBot", fresh), people);
    }

    /// <summary>The clock of a place's cohort.</summary>
    public async Task<ClockView> ReadClockAsync(PageContext context, Place place, TimeProvider time, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.FindByChannelAsync(place, cancellationToken);
        var zone = cohort is not null && TimeZoneInfo.TryFindSystemTimeZoneById(cohort.Zone, out var known) ? known : context.Zone;
        return new ClockView(time.GetUtcNow(), zone, time is MovableClock);
    }

    private static PlaceEntry Entry(Place place, string name, IReadOnlySet<Place> fresh) => new(place, name, fresh.Contains(place));

    private async Task<(string Title, string About)> NameAsync(PageContext context, Place place, CancellationToken cancellationToken)
    {
        if (place == context.Me.Person.PrivateMessages)
            return ("CohortBot", context.Say("about_private"));
        if (place.Thread is { } id && await threads.FindAsync(id, cancellationToken) is { } thread)
            return (thread.Name, context.Say(thread.PrivateTo is null ? "about_thread" : "about_private_thread"));
        var channel = await store.FindChannelAsync(place.Channel, cancellationToken);
        return (channel?.Name ?? place.Channel, context.Say(channel?.IsStaff == true ? "about_staff" : "about_channel"));
    }
}
