using System.Diagnostics.Metrics;
using CohortBot.Operations;

namespace CohortBot.Tests.Fakes;

/// <summary>What the program adds to one of its counters while this listens. The meter is one for the process: for tests that run alone.</summary>
internal sealed class CountedFigure : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _sum;

    /// <summary>Listens to a counter; with a label's value, to what is counted under it alone.</summary>
    public CountedFigure(string name, string? label = null)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Meters.Name && instrument.Name == name)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, measured, labels, _) =>
        {
            if (label is null || labels.ToArray().Any(one => label.Equals(one.Value)))
                Interlocked.Add(ref _sum, measured);
        });
        _listener.Start();
    }

    public long Sum => Interlocked.Read(ref _sum);

    public void Dispose() => _listener.Dispose();
}
