using System.Globalization;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Local;
using CohortBot.Web.Parts;
using CohortBot.Web.Replies;
using CohortBot.Web.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CohortBot.Web;

/// <summary>What people do in the local channel: write, press, fill in, change, delete. What comes of it reaches the page by its socket.</summary>
internal sealed class ChatActions(Visits visits, LocalChannel channel, LocalCommands commands)
{
    private const string FieldPrefix = "field:";

    /// <summary>Maps the actions. Taking the form as a parameter makes the framework check that it came from a page of ours.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/say", (IFormCollection form, HttpContext http, ChatActions actions) => actions.SayAsync(form, http.RequestAborted));
        routes.MapPost("/press", (IFormCollection form, HttpContext http, ChatActions actions) => actions.PressAsync(form, http.RequestAborted));
        routes.MapPost("/form", (IFormCollection form, HttpContext http, ChatActions actions) => actions.FillInAsync(form, http.RequestAborted));
        routes.MapPost("/edit", (IFormCollection form, HttpContext http, ChatActions actions) => actions.EditAsync(form, http.RequestAborted));
        routes.MapPost("/delete", (IFormCollection form, HttpContext http, ChatActions actions) => actions.DeleteAsync(form, http.RequestAborted));
        routes.MapPost("/dismiss", (IFormCollection form, HttpContext http, ChatActions actions) => actions.DismissAsync(form, http.RequestAborted));
        routes.MapGet("/suggest", (string line, HttpContext http, ChatActions actions) => actions.SuggestAsync(line, http));
    }

    private async Task<IResult> SayAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (await FindAsync(form, cancellationToken) is not { } visit)
            return Results.NotFound();
        var text = form["text"].ToString().Trim();
        if (text.StartsWith('/'))
            return await RunAsync(Call(visit, text[1..]), visit, cancellationToken);
        var id = await channel.WriteAsync(visit.Context.Me, visit.Place, text, cancellationToken);
        return id is null ? Refuse(visit.Context.Say("not_sent", ("most", LocalChannel.LongestText))) : Results.Text("");
    }

    private async Task<IResult> PressAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (await FindAsync(form, cancellationToken) is not { } visit || await FindMessageAsync(form, visit.Context, cancellationToken) is not { } message)
            return Results.NotFound();
        var action = form["action"].ToString();
        if (!message.Read().Blocks.OfType<ButtonRow>().Any(row => row.Buttons.Any(button => button.Action == action)))
            return Refuse(visit.Context.Say("button_gone"));
        return await RunAsync(Call(visit, action) with { Pressed = message.Ref }, visit, cancellationToken);
    }

    private async Task<IResult> FillInAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (await FindAsync(form, cancellationToken) is not { } visit)
            return Results.NotFound();
        var pressed = await FindMessageAsync(form, visit.Context, cancellationToken);
        var call = Call(visit, form["action"].ToString()) with
        {
            Pressed = pressed?.Ref,
            Fields = form.Keys.Where(key => key.StartsWith(FieldPrefix, StringComparison.Ordinal))
                .ToDictionary(key => key[FieldPrefix.Length..], key => form[key].ToString().ReplaceLineEndings("\n"), StringComparer.Ordinal),
        };
        return await RunAsync(call, visit, cancellationToken);
    }

    private async Task<IResult> EditAsync(IFormCollection form, CancellationToken cancellationToken) =>
        await visits.FindAsync(form["as"], cancellationToken) is not { } context ? Results.NotFound()
        : await channel.EditAsync(context.Me.Person, MessageOf(form), form["text"].ToString(), cancellationToken) ? Results.Text("")
        : Refuse(context.Say("not_changed", ("most", LocalChannel.LongestText)));

    private async Task<IResult> DeleteAsync(IFormCollection form, CancellationToken cancellationToken) =>
        await channel.DeleteAsync(new PersonId(form["as"].ToString()), MessageOf(form), cancellationToken) ? Results.Text("") : Results.NotFound();

    private async Task<IResult> DismissAsync(IFormCollection form, CancellationToken cancellationToken) =>
        await channel.DismissAsync(new PersonId(form["as"].ToString()), MessageOf(form), cancellationToken) ? Results.Text("") : Results.NotFound();

    private async Task<IResult> SuggestAsync(string line, HttpContext http)
    {
        if (await visits.FindAsync(name => http.Request.Query[name], http.RequestAborted) is not { } visit)
            return Results.NotFound();
        return Results.Json(await commands.SuggestAsync(Call(visit, line), http.RequestAborted));
    }

    private async Task<IResult> RunAsync(CommandCall call, Visit visit, CancellationToken cancellationToken)
    {
        var reply = await commands.RunAsync(call, cancellationToken);
        return new RazorComponentResult<Answer>(new { Reply = reply, visit.Place, Pressed = call.Pressed?.Id, visit.Context });
    }

    private Task<Visit?> FindAsync(IFormCollection form, CancellationToken cancellationToken) =>
        visits.FindAsync(name => form[name].ToString(), cancellationToken);

    private Task<LocalMessage?> FindMessageAsync(IFormCollection form, PageContext context, CancellationToken cancellationToken) =>
        channel.FindAsync(context.Me, MessageOf(form), cancellationToken);

    private static LocalMessageId MessageOf(IFormCollection form) =>
        new(long.TryParse(form["message"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0);

    private static CommandCall Call(Visit visit, string line) => new()
    {
        User = visit.Context.Me.Person.User,
        UserName = visit.Context.Me.Name,
        Place = visit.Place,
        Line = line,
        Locale = visit.Context.Me.Locale,
    };

    private static IResult Refuse(string sentence) => Results.Text(sentence, statusCode: StatusCodes.Status422UnprocessableEntity);
}
