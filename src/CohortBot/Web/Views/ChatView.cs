using CohortBot.Chat;
using CohortBot.Chat.Local;

namespace CohortBot.Web.Views;

/// <summary>A whole page of the local channel.</summary>
/// <param name="Context">For whom.</param>
/// <param name="Main">The channel in the middle.</param>
/// <param name="Pane">The thread beside it, when one is open.</param>
/// <param name="Sidebar">The column at the left.</param>
/// <param name="Clock">The clock at the top.</param>
public sealed record ChatView(PageContext Context, FeedView Main, FeedView? Pane, SidebarView Sidebar, ClockView Clock)
{
    /// <summary><c>light</c> or <c>dark</c> when the person chose; null follows the system.</summary>
    public string? Theme { get; init; }

    /// <summary>The secret that every form of the page sends along, so that no other page can send it.</summary>
    public string Token { get; init; } = "";

    /// <summary>On a narrow screen: whether the list of channels is shown instead of the channel.</summary>
    public bool ShowsMenu { get; init; }
}

/// <summary>A channel or thread with its messages.</summary>
/// <param name="Place">Which.</param>
/// <param name="Title">Its name.</param>
/// <param name="About">One line on who reads it.</param>
/// <param name="Items">The newest messages, oldest first.</param>
/// <param name="HasEarlier">Whether there are more before them.</param>
public sealed record FeedView(Place Place, string Title, string About, IReadOnlyList<FeedItem> Items, bool HasEarlier)
{
    /// <summary>Whether it is the person's private messages.</summary>
    public bool IsPrivate => Place.Channel.StartsWith("dm:", StringComparison.Ordinal);

    /// <summary>What makes its ids unique on the page.</summary>
    public string Key => Place.Thread is null ? "main" : "pane";
}

/// <summary>A message as it is shown.</summary>
public sealed record FeedItem(LocalMessage Message, string Author)
{
    /// <summary>Whether the person looking wrote it.</summary>
    public bool IsMine { get; init; }

    /// <summary>Whether it follows another of the same author closely, so that the name is not repeated.</summary>
    public bool IsContinued { get; init; }

    /// <summary>The day that begins with it.</summary>
    public string? Day { get; init; }

    /// <summary>The threads that hang under it.</summary>
    public IReadOnlyList<LocalThread> Threads { get; init; } = [];

    /// <summary>The files that were handed over with it.</summary>
    public IReadOnlyList<LocalFile> Files { get; init; } = [];
}

/// <summary>The column at the left.</summary>
/// <param name="Here">The place that is open.</param>
/// <param name="Channels">The channels that the person sees.</param>
/// <param name="PrivateMessages">The person's private messages.</param>
/// <param name="People">Everybody who can be acted as.</param>
public sealed record SidebarView(
    Place Here, IReadOnlyList<ChannelEntry> Channels, PlaceEntry PrivateMessages, IReadOnlyList<PersonEntry> People);

/// <summary>A channel in the list, with the threads that the person is in.</summary>
public sealed record ChannelEntry(PlaceEntry Channel, bool IsStaff, IReadOnlyList<PlaceEntry> Threads);

/// <summary>A line in the list.</summary>
public sealed record PlaceEntry(Place Place, string Name, bool HasNew);

/// <summary>A person with the role that counts in the channel.</summary>
public sealed record PersonEntry(LocalPerson Person, string Role);

/// <summary>The clock of the channel's cohort.</summary>
/// <param name="Now">The instant.</param>
/// <param name="Zone">The cohort's zone, or the person's where there is no cohort.</param>
/// <param name="IsMovable">Whether it can be moved.</param>
public sealed record ClockView(DateTimeOffset Now, TimeZoneInfo Zone, bool IsMovable);
