using CohortBot.Chat.Local;
using Microsoft.AspNetCore.SignalR;

namespace CohortBot.Web.Live;

/// <summary>The socket over which a page hears that something changed. It carries ids only; the page fetches what it may see.</summary>
internal sealed class LiveHub(LocalStore store, OpenPages pages) : Hub
{
    /// <summary>The group of all pages that are open as a person.</summary>
    public static string GroupOf(PersonId person) => $"person:{person}";

    /// <inheritdoc/>
    public override async Task OnConnectedAsync()
    {
        var person = new PersonId(Context.GetHttpContext()?.Request.Query["as"].ToString() ?? "");
        if (await store.FindPersonAsync(person, Context.ConnectionAborted) is null)
        {
            Context.Abort();
            return;
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(person), Context.ConnectionAborted);
        pages.Open(Context.ConnectionId, person);
        await base.OnConnectedAsync();
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        pages.Close(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
