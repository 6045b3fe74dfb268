using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace CohortBot.BrowserTests;

/// <summary>The program as a newcomer starts it, on a free port, with a database of its own; it can be stopped and started again.</summary>
internal sealed class LocalCohort : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cohortbot-browser-").FullName;
    private readonly int _pieceMilliseconds;
    private WebApplication? _program;

    private LocalCohort(int pieceMilliseconds) => _pieceMilliseconds = pieceMilliseconds;

    public string Url { get; private set; } = "http://127.0.0.1:0";

    public static async Task<LocalCohort> StartAsync(int pieceMilliseconds = 1)
    {
        var cohort = new LocalCohort(pieceMilliseconds);
        await cohort.StartProgramAsync();
        return cohort;
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartProgramAsync();
    }

    public async Task<IPage> VisitAsync(IBrowser browser, string path = "/", BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(options ?? new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Url + path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartProgramAsync()
    {
        _program = CohortBotHost.Build(Url, builder =>
        {
            builder.Configuration["Storage:File"] = Path.Combine(_folder, "cohort.db");
            builder.Configuration["Courses:LessonsFolder"] = Path.Combine(AppContext.BaseDirectory, "lessons");
            builder.Configuration["Courses:PromptsFolder"] = Path.Combine(AppContext.BaseDirectory, "prompts");
            builder.Configuration["Labs:GatherSeconds"] = "0.3";
            builder.Configuration["Advisor:OfflinePieceMilliseconds"] = _pieceMilliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
        });
        await _program.StartAsync();
        Url = _program.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    private async Task StopAsync()
    {
        if (_program is null)
            return;
        await _program.StopAsync();
        await _program.DisposeAsync();
        _program = null;
    }
}
