using System.Text.RegularExpressions;
using OpenTelemetry.Metrics;

namespace CohortBot.Operations.Figures;

/// <summary>
/// A figure's name and unit in Prometheus' words: <c>cohortbot.turn.before.duration</c> in <c>s</c> is <c>cohortbot_turn_before_duration_seconds</c>, a
/// counter ends with <c>_total</c>. https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/
/// </summary>
/// <param name="Family">The name without <c>_total</c>.</param>
/// <param name="Unit">The unit, or nothing.</param>
/// <param name="IsCounter">Whether it only grows.</param>
internal readonly partial record struct FigureName(string Family, string Unit, bool IsCounter)
{
    /// <summary>The name of a counter's or gauge's line.</summary>
    public string Sample => IsCounter ? $"{Family}_total" : Family;

    /// <summary>The name of a figure.</summary>
    public static FigureName Of(Metric metric) => Of(metric.Name, metric.Unit, metric.MetricType);

    /// <summary>The same of its pieces.</summary>
    public static FigureName Of(string name, string unit, MetricType type)
    {
        var isCounter = type is MetricType.LongSum or MetricType.DoubleSum;
        var word = Word(unit, type.IsGauge());
        var family = Unfit().Replace(name, "_").Trim('_');
        if (char.IsDigit(family[0]))
            family = $"_{family}";
        if (isCounter && family.EndsWith("_total", StringComparison.Ordinal))
            family = family[..^"_total".Length];
        if (word.Length > 0 && !family.EndsWith($"_{word}", StringComparison.Ordinal))
            family = $"{family}_{word}";
        return new FigureName(family, word, isCounter);
    }

    /// <summary>A label's name.</summary>
    public static string Label(string name) => Unfit().Replace(name, "_") is var label && char.IsDigit(label[0]) ? $"_{label}" : label;

    // Braces are remarks in UCUM: {turn} has no unit. https://ucum.org/ucum
    private static string Word(string unit, bool isGauge) => unit switch
    {
        "s" => "seconds",
        "ms" => "milliseconds",
        "By" => "bytes",
        "%" => "percent",
        "1" => isGauge ? "ratio" : "",
        _ => "",
    };

    [GeneratedRegex("[^a-zA-Z0-9_]+", RegexOptions.None, 1000)]
    private static partial Regex Unfit();
}
