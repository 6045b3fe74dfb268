using System.Text.Encodings.Web;
using System.Text.Json;
using CohortBot.Operations;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Web.Health;

/// <summary>
/// <c>/health</c> says how each dependency is; <c>/health/ready</c> asks only for what nothing works without; <c>/health/live</c> answers as long as the
/// program does. 200 when all that was asked for is well or degraded, 503 when something of it is broken.
/// </summary>
internal static class HealthEndpoints
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where health is told.</summary>
    public const string Path = "/health";

    /// <summary>Serves health. Comes before the pages, whose guard has no part in it.</summary>
    public static void Map(IApplicationBuilder app) => app.Map(Path, health =>
    {
        health.UseHealthChecks("/live", Options(_ => false));
        health.UseHealthChecks("/ready", Options(check => check.Tags.Contains(OperationsSeams.Ready)));
        health.UseHealthChecks("", Options(_ => true));
    });

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> which) => new() { Predicate = which, ResponseWriter = WriteAsync };

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        var body = new
        {
            status = report.Status.ToString(),
            program = "CohortBot",
            version = ProgramMeter.Version,
            dependencies = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = entry.Value.Status.ToString(), detail = entry.Value.Detail() }, StringComparer.Ordinal),
        };
        return context.Response.WriteAsync(JsonSerializer.Serialize(body, Readable), context.RequestAborted);
    }
}
