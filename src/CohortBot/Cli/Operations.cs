using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Cli;

/// <summary>What whoever runs the program looks at: its log and its health.</summary>
internal static class Operations
{
    // Turns that are in flight get this long to finish or to be put down safely.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(20);

    /// <summary>One line an event; the settings can choose JSON with <c>Logging:Console:FormatterName</c> = <c>json</c>.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopTime);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning).AddFilter("System", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical); // what stops a start is said in words, see StartFault
        if (builder.Configuration["Logging:Console:FormatterName"] is not null)
            return;
        builder.Logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "HH:mm:ss ";
        });
    }

    /// <summary><c>/health</c>: 200 when all is well or only degraded, 503 otherwise; each dependency by name.</summary>
    public static void MapHealth(this WebApplication app) =>
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteAsync });

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        var body = new
        {
            status = report.Status.ToString(),
            dependencies = report.Entries.ToDictionary(
                entry => entry.Key, entry => new { status = entry.Value.Status.ToString(), detail = entry.Value.Description }, StringComparer.Ordinal),
        };
        return context.Response.WriteAsync(JsonSerializer.Serialize(body), context.RequestAborted);
    }
}
