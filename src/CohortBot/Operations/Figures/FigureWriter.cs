using System.Globalization;
using System.Text;
using OpenTelemetry.Metrics;

namespace CohortBot.Operations.Figures;

/// <summary>Writes figures as text, family by family. Exemplars and times are left out: they would say more than how many.</summary>
internal sealed class FigureWriter(FigureFormat format)
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _families = new(StringComparer.Ordinal);

    private bool IsOpen => format == FigureFormat.OpenMetrics;

    /// <summary>Adds a figure with all its labels. A name that was written already is left out: a second one would make the text unreadable.</summary>
    public void Add(Metric metric)
    {
        var name = FigureName.Of(metric);
        if (metric.MetricType == MetricType.ExponentialHistogram || !_families.Add(name.Family))
            return;
        AddHead(name, metric);
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            if (metric.MetricType.IsHistogram())
                AddHistogram(name.Family, Labels(point.Tags), point);
            else
                AddLine(name.Sample, Labels(point.Tags), Value(metric.MetricType, point));
        }
    }

    /// <summary>All that was added.</summary>
    public string End() => IsOpen ? _text.Append("# EOF\n").ToString() : _text.ToString();

    private void AddHead(FigureName name, Metric metric)
    {
        // In the older format a counter's family is called like its lines.
        var family = IsOpen ? name.Family : name.Sample;
        var type = metric.MetricType.IsHistogram() ? "histogram" : name.IsCounter ? "counter" : "gauge";
        if (metric.Description.Length > 0)
            _text.Append(CultureInfo.InvariantCulture, $"# HELP {family} {Help(metric.Description)}\n");
        _text.Append(CultureInfo.InvariantCulture, $"# TYPE {family} {type}\n");
        if (name.Unit.Length > 0 && family.EndsWith(name.Unit, StringComparison.Ordinal))
            _text.Append(CultureInfo.InvariantCulture, $"# UNIT {family} {name.Unit}\n");
    }

    private void AddHistogram(string family, string labels, in MetricPoint point)
    {
        var (below, separator) = (0L, labels.Length > 0 ? "," : "");
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            AddLine($"{family}_bucket", $"{labels}{separator}le=\"{Border(bucket.ExplicitBound)}\"", below.ToString(CultureInfo.InvariantCulture));
        }

        AddLine($"{family}_sum", labels, Number(point.GetHistogramSum()));
        AddLine($"{family}_count", labels, point.GetHistogramCount().ToString(CultureInfo.InvariantCulture));
    }

    private void AddLine(string name, string labels, string value)
    {
        _text.Append(name);
        if (labels.Length > 0)
            _text.Append('{').Append(labels).Append('}');
        _text.Append(' ').Append(value).Append('\n');
    }

    private static string Value(MetricType type, in MetricPoint point) => (type.IsGauge(), type.IsDouble()) switch
    {
        (true, true) => Number(point.GetGaugeLastValueDouble()),
        (true, false) => point.GetGaugeLastValueLong().ToString(CultureInfo.InvariantCulture),
        (false, true) => Number(point.GetSumDouble()),
        (false, false) => point.GetSumLong().ToString(CultureInfo.InvariantCulture),
    };

    private static string Labels(OpenTelemetry.ReadOnlyTagCollection tags)
    {
        List<string> labels = [];
        foreach (var (name, value) in tags)
            labels.Add($"{FigureName.Label(name)}=\"{Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")}\"");
        return string.Join(',', labels.Order(StringComparer.Ordinal));
    }

    // OpenMetrics wants borders to be written as numbers with a point, so that 1 and 1.0 are never two series.
    private string Border(double bound)
    {
        var border = Number(bound);
        return IsOpen && border.All(letter => char.IsDigit(letter)) ? $"{border}.0" : border;
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Escape(string value) => Help(value).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string Help(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
