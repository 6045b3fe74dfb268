using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace CohortBot.Operations.Figures;

/// <summary>Which instruments are kept, and with which labels: ours as they are, others' only where they are useful and their labels are few.</summary>
internal static class FigureViews
{
    // What has more combinations of labels than this is a mistake; what is beyond is summed up under otel_metric_overflow="true".
    private const int MostSeries = 200;

    // Its times are in seconds, and the borders that come by themselves are made for milliseconds.
    private static readonly MetricStreamConfiguration Scheduler = new ExplicitBucketHistogramConfiguration
    {
        Boundaries = [0.001, 0.005, 0.02, 0.1, 0.5, 1, 5, 30],
        TagKeys = [],
        CardinalityLimit = MostSeries,
    };

    private static readonly Dictionary<string, string[]> Requests = new(StringComparer.Ordinal)
    {
        ["http.server.request.duration"] = ["http.request.method", "http.response.status_code", "http.route"],
        ["http.server.active_requests"] = [],
        ["http.client.request.duration"] = ["server.address", "http.response.status_code", "error.type"],
    };

    /// <summary>The meters that are listened to. https://learn.microsoft.com/dotnet/core/diagnostics/built-in-metrics</summary>
    public static string[] Meters { get; } = [Operations.Meters.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "System.Net.Http", "Quartz"];

    /// <summary>How an instrument is kept.</summary>
    public static MetricStreamConfiguration? Of(Instrument instrument) => instrument.Meter.Name switch
    {
        Operations.Meters.Name or "System.Runtime" => new MetricStreamConfiguration { CardinalityLimit = MostSeries },
        "Quartz" => Scheduler, // it labels with the names of jobs and alarms, which are as many as there are lessons
        _ => Requests.TryGetValue(instrument.Name, out var labels) ? Keep(labels) : MetricStreamConfiguration.Drop,
    };

    private static MetricStreamConfiguration Keep(params string[] labels) => new() { TagKeys = labels, CardinalityLimit = MostSeries };
}
