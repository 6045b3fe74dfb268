using CohortBot.Chat;
using CohortBot.Web.Pages;
using CohortBot.Web.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CohortBot.Web;

/// <summary>The pages of the local channel. All of a page's state stands in its address, so that two tabs can be two people.</summary>
internal sealed class ChatPages(Visits visits, Visitors visitors, ChatReader reader, TimeProvider time, IAntiforgery antiforgery)
{
    /// <summary>Maps the pages.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext http, ChatPages pages) => pages.StartAsync(http));
        routes.MapGet("/c/{channel}", (string channel, HttpContext http, ChatPages pages) => pages.OpenAsync(channel, http));
    }

    private async Task<IResult> StartAsync(HttpContext http)
    {
        var context = await visits.FindAsync(http.Request.Query["as"], http.RequestAborted) ?? await visits.FindAsync(person: null, http.RequestAborted);
        return context is not null && await reader.FindFirstAsync(context.Me, http.RequestAborted) is { } first
            ? Results.Redirect(context.UrlOf(first))
            : Results.NotFound();
    }

    private async Task<IResult> OpenAsync(string channel, HttpContext http)
    {
        var (query, cancellationToken) = (http.Request.Query, http.RequestAborted);
        if (await visits.FindAsync(name => name == "channel" ? channel : name == "as" ? query[name].ToString() : null, cancellationToken) is not { } visit)
            return Results.Redirect($"/?as={Uri.EscapeDataString(query["as"].ToString())}");
        var thread = await visits.FindAsync(name => name == "channel" ? channel : query[name].ToString(), cancellationToken);
        return thread is null ? Results.Redirect(visit.Context.UrlOf(visit.Place)) : Show(await ReadAsync(visit.Context, thread.Place, http));
    }

    private async Task<ChatView> ReadAsync(PageContext context, Place here, HttpContext http)
    {
        var cancellationToken = http.RequestAborted;
        var main = await reader.ReadFeedAsync(context, here.Root, cancellationToken);
        var pane = here.Thread is null ? null : await reader.ReadFeedAsync(context, here, cancellationToken);
        var people = await visitors.ListAsync(here.Root, context.Wording, cancellationToken);
        var sidebar = await reader.ReadSidebarAsync(context, here, people, cancellationToken);
        return new ChatView(context, main, pane, sidebar, await reader.ReadClockAsync(context, here.Root, time, cancellationToken))
        {
            Theme = http.Request.Cookies["theme"] is "light" or "dark" ? http.Request.Cookies["theme"] : null,
            Token = antiforgery.GetAndStoreTokens(http).RequestToken!,
            ShowsMenu = http.Request.Query["menu"] == "1",
        };
    }

    private static RazorComponentResult<Channel> Show(ChatView view) => new(new { View = view }) { PreventStreamingRendering = true };
}
