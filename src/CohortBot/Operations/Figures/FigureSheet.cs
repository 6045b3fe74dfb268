using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CohortBot.Operations.Figures;

/// <summary>Writes all figures as they stand when somebody asks. OpenTelemetry's SDK adds them up; a format for Prometheus is the one thing that it lacks.</summary>
internal sealed class FigureSheet(Gauges gauges) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Exporter _exporter = new();
    private MetricReader? _reader;

    /// <summary>What reads the figures; it belongs to the provider that it is added to.</summary>
    public MetricReader Reader => _reader ??= new BaseExportingMetricReader(_exporter);

    /// <summary>All figures in a format.</summary>
    public async Task<string> WriteAsync(FigureFormat format, CancellationToken cancellationToken)
    {
        await gauges.ReadAsync(cancellationToken);
        await _one.WaitAsync(cancellationToken);
        try
        {
            _exporter.Writer = new FigureWriter(format);
            Reader.Collect();
            return _exporter.Writer.End();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _one.Dispose();
        _exporter.Dispose();
    }

    private sealed class Exporter : BaseExporter<Metric>
    {
        public FigureWriter Writer { get; set; } = new(FigureFormat.Prometheus);

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
                Writer.Add(metric);
            return ExportResult.Success;
        }
    }
}
