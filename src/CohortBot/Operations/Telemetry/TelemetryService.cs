using CohortBot.Operations.Figures;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CohortBot.Operations.Telemetry;

/// <summary>
/// Keeps figures and sends them and traces where a collector is named. It starts before everything that counts and stops after it, and what is left is sent
/// at the stop. Without a collector no trace is made and nothing leaves the machine.
/// </summary>
internal sealed class TelemetryService(
    IOptions<OperationsOptions> operations, IOptions<TelemetryOptions> telemetry, Collector collector, FigureSheet sheet, IEnumerable<CountersAtZero> counters)
    : IHostedService, IDisposable
{
    // A stop does not wait for long for a collector that does not answer.
    private const int LastSendMilliseconds = 3000;

    private MeterProvider? _figures;
    private TracerProvider? _traces;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!operations.Value.Metrics && !collector.IsThere)
            return Task.CompletedTask;
        _figures = BuildFigures();
        if (collector.IsThere)
            _traces = BuildTraces();
        ProgramMeter.Show();
        foreach (var counter in counters)
            counter.Count();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            _traces?.Shutdown(LastSendMilliseconds);
            _figures?.Shutdown(LastSendMilliseconds);
        },
        CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _figures?.Dispose();
    }

    private MeterProvider BuildFigures()
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(collector.Resource)
            .AddMeter(FigureViews.Meters)
            .AddView(FigureViews.Of);
        if (operations.Value.Metrics)
            builder.AddReader(sheet.Reader);
        if (collector.IsThere)
        {
            builder.AddOtlpExporter((exporter, reader) =>
            {
                collector.SetUp(exporter, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = telemetry.Value.IntervalSeconds * 1000;
            });
        }

        return builder.Build();
    }

    private TracerProvider BuildTraces() => Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(collector.Resource)
        .AddSource(Spans.Name)
        .AddOtlpExporter(exporter => collector.SetUp(exporter, "v1/traces"))
        .Build();
}
