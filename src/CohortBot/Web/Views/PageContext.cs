using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Texts;

namespace CohortBot.Web.Views;

/// <summary>For whom a page or a piece of one is written: whose eyes, which language, which zone, which moment.</summary>
public sealed record PageContext(LocalPerson Me, Wording Wording, DateTimeOffset Now)
{
    /// <summary>The zone in which times are shown.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(Me.Zone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>A text in the page's language.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Wording.Say($"web.{key}", values);

    /// <summary>An instant in the page's zone.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The hour and minute of an instant.</summary>
    public string Clock(DateTimeOffset at) => Local(at).ToString("HH:mm", Wording.Locale.Culture);

    /// <summary>An instant in full.</summary>
    public string Full(DateTimeOffset at) => Local(at).ToString("dddd d MMMM yyyy, HH:mm", Wording.Locale.Culture);

    /// <summary>A day as people say it.</summary>
    public string Day(DateTimeOffset at)
    {
        var days = (Local(Now).Date - Local(at).Date).Days;
        return days switch { 0 => Say("today"), 1 => Say("yesterday"), _ => Local(at).ToString("dddd, d MMMM", Wording.Locale.Culture) };
    }

    /// <summary>The address of a place, seen by this person.</summary>
    public string UrlOf(Place place) =>
        $"/c/{Uri.EscapeDataString(place.Channel)}?as={Uri.EscapeDataString(Me.Person.Value)}{(place.Thread is null ? "" : $"&thread={Uri.EscapeDataString(place.Thread)}")}";

    /// <summary>The address of a piece of a page, seen by this person.</summary>
    public string PartUrl(string part, Place place) =>
        $"/parts/{part}?as={Uri.EscapeDataString(Me.Person.Value)}&channel={Uri.EscapeDataString(place.Channel)}{(place.Thread is null ? "" : $"&thread={Uri.EscapeDataString(place.Thread)}")}";
}
