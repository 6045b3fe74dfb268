using System.Text.Json;
using CohortBot.Schedule;
using CohortBot.Web.Live;
using CohortBot.Web.Parts;
using CohortBot.Web.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CohortBot.Web.Clock;

/// <summary>The clock's buttons: to the next lesson, an hour on, a day on.</summary>
internal sealed class ClockEndpoints(ClockControl control, Visits visits, ChatReader reader, LivePush live, TimeProvider time)
{
    private const int LongestJumpHours = 24 * 7;

    /// <summary>Maps the buttons, unless the clock is the real one.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<TimeProvider>() is not MovableClock)
            return;
        routes.MapPost("/clock/next-lesson", (IFormCollection form, HttpContext http, ClockEndpoints clock) => clock.NextLessonAsync(form, http));
        routes.MapPost("/clock/hours/{hours:int}", (int hours, IFormCollection form, HttpContext http, ClockEndpoints clock) => clock.HoursAsync(hours, form, http));
    }

    private async Task<IResult> NextLessonAsync(IFormCollection form, HttpContext http)
    {
        if (await FindAsync(form, http) is not { } visit)
            return Results.NotFound();
        if (!await control.JumpToNextLessonAsync(http.RequestAborted))
            http.Response.Headers["HX-Trigger"] = JsonSerializer.Serialize(new { notice = visit.Context.Say("no_next_lesson") });
        return await ShowAsync(visit, http);
    }

    private async Task<IResult> HoursAsync(int hours, IFormCollection form, HttpContext http)
    {
        if (hours is < 1 or > LongestJumpHours || await FindAsync(form, http) is not { } visit)
            return Results.NotFound();
        await control.JumpAsync(TimeSpan.FromHours(hours), http.RequestAborted);
        return await ShowAsync(visit, http);
    }

    private async Task<IResult> ShowAsync(Visit visit, HttpContext http)
    {
        await live.TellClockAsync(http.RequestAborted);
        var clock = await reader.ReadClockAsync(visit.Context, visit.Place, time, http.RequestAborted);
        return new RazorComponentResult<ClockBar>(new { View = clock, Here = visit.Place, visit.Context });
    }

    private Task<Visit?> FindAsync(IFormCollection form, HttpContext http) => visits.FindAsync(name => form[name].ToString(), http.RequestAborted);
}
