using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Labs;

namespace CohortBot.Web.Views;

/// <summary>Somebody in a place that they may see.</summary>
internal sealed record Visit(PageContext Context, Place Place);

/// <summary>Finds out who asks and where; whoever asks for a place that is not theirs is nowhere. That staff open a member's own lab thread is noted.</summary>
internal sealed class Visits(Visitors visitors, LocalSight sight, LabReadings readings, TimeProvider time)
{
    /// <summary>Who asks, or null when there is no such person.</summary>
    public Task<PageContext?> FindAsync(string? person, CancellationToken cancellationToken) => visitors.FindAsync(person, time, cancellationToken);

    /// <summary>The visit that a query or a form names with <c>as</c>, <c>channel</c> and <c>thread</c>; null when there is no such person or place for them.</summary>
    public async Task<Visit?> FindAsync(Func<string, string?> field, CancellationToken cancellationToken)
    {
        if (field("as") is not { Length: > 0 } person || field("channel") is not { Length: > 0 } channel)
            return null;
        if (await FindAsync(person, cancellationToken) is not { } context)
            return null;
        var place = new Place(WorkspaceId.Local, channel, field("thread") is { Length: > 0 } thread ? thread : null);
        if (!await sight.CanSeeAsync(context.Me, place, cancellationToken))
            return null;
        if (place.Thread is not null && context.Me.IsStaff)
            await readings.NoteAsync(place, context.Me.Person.User, cancellationToken);
        return new Visit(context, place);
    }
}
