using CohortBot.Chat.Local;
using CohortBot.Web.Parts;
using CohortBot.Web.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CohortBot.Web;

/// <summary>The pieces that an open page fetches: one message, what came since, the list of places, the clock.</summary>
internal sealed class ChatParts(Visits visits, ChatReader reader, FeedReader feeds, LocalChannel channel, LocalReads reads)
{
    /// <summary>Maps the pieces.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var parts = routes.MapGroup("/parts");
        parts.MapGet("/message/{id:long}", (long id, string @as, HttpContext http, ChatParts pieces) => pieces.MessageAsync(id, @as, http.RequestAborted));
        parts.MapGet("/edit/{id:long}", (long id, string @as, HttpContext http, ChatParts pieces) => pieces.EditAsync(id, @as, http.RequestAborted));
        parts.MapGet("/feed", (HttpContext http, ChatParts pieces) => pieces.FeedAsync(http));
        parts.MapGet("/places", (HttpContext http, ChatParts pieces) => pieces.PlacesAsync(http));
        parts.MapGet("/clock", (HttpContext http, ChatParts pieces, TimeProvider time) => pieces.ClockAsync(http, time));
    }

    private async Task<IResult> MessageAsync(long id, string person, CancellationToken cancellationToken)
    {
        if (await visits.FindAsync(person, cancellationToken) is not { } context
            || await channel.FindAsync(context.Me, new LocalMessageId(id), cancellationToken) is not { } message)
            return Results.NotFound();
        await reads.MarkAsync(context.Me.Person, message.Place, message.Id, cancellationToken);
        var item = await feeds.ReadOneAsync(context, message, cancellationToken);
        return Part<Message>(new { Item = item, Context = context });
    }

    private async Task<IResult> EditAsync(long id, string person, CancellationToken cancellationToken) =>
        await visits.FindAsync(person, cancellationToken) is { } context
        && await channel.FindAsync(context.Me, new LocalMessageId(id), cancellationToken) is { } message
        && message.Author == context.Me.Person
            ? Part<EditForm>(new { Message = message, Context = context })
            : Results.NotFound();

    private async Task<IResult> FeedAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } visit)
            return Results.NotFound();
        if (long.TryParse(http.Request.Query["after"], out var after))
        {
            var newer = await feeds.ReadAfterAsync(visit.Context, visit.Place, new LocalMessageId(after), http.RequestAborted);
            return Part<Messages>(new { Items = newer, visit.Context });
        }

        LocalMessageId? before = long.TryParse(http.Request.Query["before"], out var first) ? new LocalMessageId(first) : null;
        var (items, hasEarlier) = await feeds.ReadAsync(visit.Context, visit.Place, before, http.RequestAborted);
        return Part<Messages>(new { Items = items, HasEarlier = hasEarlier, visit.Context });
    }

    private async Task<IResult> PlacesAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } visit)
            return Results.NotFound();
        var sidebar = await reader.ReadSidebarAsync(visit.Context, visit.Place, people: [], http.RequestAborted);
        return Part<Places>(new { View = sidebar, visit.Context });
    }

    private async Task<IResult> ClockAsync(HttpContext http, TimeProvider time) =>
        await FindAsync(http) is { } visit
            ? Part<ClockBar>(new { View = await reader.ReadClockAsync(visit.Context, visit.Place, time, http.RequestAborted), Here = visit.Place, visit.Context })
            : Results.NotFound();

    private Task<Visit?> FindAsync(HttpContext http) => visits.FindAsync(name => http.Request.Query[name], http.RequestAborted);

    private static RazorComponentResult<T> Part<T>(object parameters)
        where T : Microsoft.AspNetCore.Components.IComponent => new(parameters) { PreventStreamingRendering = true };
}
