using CohortBot.Operations.Logs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CohortBot.Cli;

/// <summary>What the program's log says, and how.</summary>
internal static class LogSetup
{
    // Turns that are in flight get this long to finish or to be put down safely.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(20);

    /// <summary>One line an event; the settings can choose JSON with <c>Logging:Console:FormatterName</c> = <c>json</c>.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopTime);
        builder.Services.AddSingleton<LoggerFactory>();
        builder.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory, QuietLoggerFactory>());
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning).AddFilter("System", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None) // every 30 s anew; what changed is said by HealthGauge
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical); // what stops a start is said in words, see StartFault
        if (builder.Configuration["Logging:Console:FormatterName"] is not null)
            return;
        builder.Logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "HH:mm:ss ";
        });
    }
}
