using CohortBot.Chat.Local;
using CohortBot.Storage;
using CohortBot.Texts;
using CohortBot.Web.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CohortBot.Web;

/// <summary>What is shown when something is not there or went wrong: a page in words, or a sentence for a piece of a page.</summary>
internal static class TroublePages
{
    /// <summary>Catches what was thrown and what came without a body.</summary>
    public static void UseTroublePages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ShowAsync });
        app.UseStatusCodePages(context => ShowAsync(context.HttpContext));
    }

    private static async Task ShowAsync(HttpContext http)
    {
        var wording = http.RequestServices.GetRequiredService<TextCatalogue>()
            .In(Locale.Nearest(http.Request.GetTypedHeaders().AcceptLanguage.FirstOrDefault()?.Value.Value));
        var kind = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => await IsEmptyAsync(http) ? "nobody" : "not_found",
            StatusCodes.Status400BadRequest => "bad_request",
            _ when http.Features.Get<IExceptionHandlerFeature>()?.Error is StorageException => "database",
            _ => "error",
        };
        if (http.Request.Headers.ContainsKey("HX-Request") || !HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(wording.Say($"web.{kind}_text"), http.RequestAborted);
            return;
        }

        await new RazorComponentResult<Trouble>(new { Wording = wording, Title = wording.Say($"web.{kind}_title"), Text = wording.Say($"web.{kind}_text") })
        {
            StatusCode = http.Response.StatusCode,
        }.ExecuteAsync(http);
    }

    private static async Task<bool> IsEmptyAsync(HttpContext http) =>
        http.Request.Path == "/" && (await http.RequestServices.GetRequiredService<LocalStore>().ListChannelsAsync(http.RequestAborted)).Count == 0;
}
