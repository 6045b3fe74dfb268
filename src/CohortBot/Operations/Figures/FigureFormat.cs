using Microsoft.Net.Http.Headers;

namespace CohortBot.Operations.Figures;

/// <summary>The text that figures are written in.</summary>
internal enum FigureFormat
{
    /// <summary>Prometheus text 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/</summary>
    Prometheus,

    /// <summary>OpenMetrics 1.0.0: https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md</summary>
    OpenMetrics,
}

/// <summary>Chooses the format by what a scraper accepts.</summary>
internal static class FigureFormats
{
    private const string OpenMetrics = "application/openmetrics-text";

    /// <summary>What the format is called in an answer.</summary>
    public static string ContentType(this FigureFormat format) => format == FigureFormat.OpenMetrics
        ? $"{OpenMetrics}; version=1.0.0; charset=utf-8"
        : "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>OpenMetrics where it is asked for by name and no other text is liked better; else Prometheus text, which everything reads.</summary>
    public static FigureFormat Choose(IList<MediaTypeHeaderValue> accepted)
    {
        var openMetrics = Liking(accepted.Where(type => type.MediaType.Equals(OpenMetrics, StringComparison.OrdinalIgnoreCase) && IsKnown(type)));
        var text = Liking(accepted.Where(type => type.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase)));
        return openMetrics > 0 && openMetrics >= text ? FigureFormat.OpenMetrics : FigureFormat.Prometheus;
    }

    private static bool IsKnown(MediaTypeHeaderValue type) =>
        type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("version", StringComparison.OrdinalIgnoreCase)) is not { } version
        || HeaderUtilities.RemoveQuotes(version.Value) == "1.0.0";

    private static double Liking(IEnumerable<MediaTypeHeaderValue> types) => types.Select(type => type.Quality ?? 1).DefaultIfEmpty(0).Max();
}
