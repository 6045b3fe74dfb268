using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Schedule;
using CohortBot.Storage;
using CohortBot.Web.Clock;
using CohortBot.Web.Health;
using CohortBot.Web.Live;
using CohortBot.Web.Replies;
using CohortBot.Web.Safety;
using CohortBot.Web.Views;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CohortBot.Web;

/// <summary>Registers and serves the local channel.</summary>
internal static class WebSetup
{
    /// <summary>Adds the local platform, its pages and its movable clock. Comes right after the database.</summary>
    public static IServiceCollection AddLocal(this IServiceCollection services)
    {
        services.AddOptions<LocalOptions>().BindConfiguration(LocalOptions.Section);
        services.AddSingleton<LocalStore>().AddSingleton<LocalThreads>().AddSingleton<LocalMessages>().AddSingleton<LocalFiles>().AddSingleton<LocalReads>()
            .AddSingleton<LocalSight>().AddSingleton<LocalEvents>().AddSingleton<LocalChannel>()
            .AddSingleton<LocalChat>().AddSingleton<IChat>(provider => provider.GetRequiredService<LocalChat>());
        services.AddSingleton<IConfigureOptions<HealthCheckServiceOptions>, FindingHealthSetup>();
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddSignalR();
        services.AddSingleton<Visitors>().AddSingleton<Visits>().AddSingleton<FeedReader>().AddSingleton<ChatReader>().AddSingleton<LocalCommands>()
            .AddSingleton<ChatPages>().AddSingleton<ChatParts>().AddSingleton<ChatActions>()
            .AddSingleton<OpenPages>().AddSingleton<LivePush>().AddHostedService(provider => provider.GetRequiredService<LivePush>());
        return services.AddKeys().AddClock();
    }

    /// <summary>Serves the local channel, where it is switched on.</summary>
    public static void MapLocal(this WebApplication app)
    {
        if (!IsOn(app.Services))
            return;
        app.UseMiddleware<LoopbackGuard>();
        app.Use(PageHeaders.SetAsync);
        app.UseTroublePages();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseAntiforgery();
        app.MapHub<LiveHub>("/live");
        ChatPages.Map(app);
        ChatParts.Map(app);
        ChatActions.Map(app);
        ClockEndpoints.Map(app);
        HandedFiles.Map(app);
        app.MapCourseFiles();
    }

    private static bool IsOn(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<LocalOptions>>().Value.Enabled ?? true; // no other platform can be configured yet

    private static IServiceCollection AddClock(this IServiceCollection services) =>
        services.AddSingleton(new MovableClock(TimeProvider.System))
            .AddSingleton<TimeProvider>(provider => IsOn(provider) ? provider.GetRequiredService<MovableClock>() : TimeProvider.System)
            .AddSingleton<ClockStore>().AddSingleton<ClockControl>().AddSingleton<ClockEndpoints>()
            .AddHostedService<ClockRestore>();

    // The keys that sign a page's forms lie beside the database, so that a page that is open survives a restart of the program.
    private static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CohortBot");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>((keys, storage, loggers) =>
        {
            var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(storage.Value.File))!, "keys");
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), loggers);
        });
        return services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
    }
}
