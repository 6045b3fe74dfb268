using System.Diagnostics.Metrics;

namespace CohortBot.Operations;

/// <summary>
/// The program's meter. A feature keeps its instruments in a static class beside it (<c>LabMeter</c>) and counts in one line. Names are
/// <c>cohortbot.thing.what</c>, units as in https://ucum.org; a label's values are few and known: never a member, thread, lab, lesson or typed word.
/// </summary>
internal static class Meters
{
    /// <summary>The name that collectors subscribe to.</summary>
    public const string Name = "CohortBot";

    /// <summary>The meter of all features.</summary>
    public static readonly Meter Program = new(Name);

    /// <summary>Borders for work of ours, in seconds: from half a millisecond to 5 seconds, close around the 20 ms that a lab turn may take.</summary>
    private static readonly InstrumentAdvice<double> Work = new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5] };

    /// <summary>Borders for waits on others, in seconds: a model or a platform answers in 50 ms, or in minutes.</summary>
    private static readonly InstrumentAdvice<double> Waits = new() { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300] };

    /// <summary>Borders for being late, in seconds: an alarm that rings in time is late by milliseconds, one after an outage by days.</summary>
    private static readonly InstrumentAdvice<double> Delays = new() { HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 21_600, 86_400] };

    /// <summary>A number that only grows.</summary>
    public static Counter<long> Count(string name, string unit, string description) => Program.CreateCounter<long>(name, unit, description);

    /// <summary>A number that grows and shrinks.</summary>
    public static UpDownCounter<long> Level(string name, string unit, string description) => Program.CreateUpDownCounter<long>(name, unit, description);

    /// <summary>A number as it was read last.</summary>
    public static Gauge<double> Gauge(string name, string unit, string description) => Program.CreateGauge<double>(name, unit, description);

    /// <summary>How long work of ours takes.</summary>
    public static Histogram<double> Took(string name, string description) => Program.CreateHistogram(name, "s", description, tags: null, Work);

    /// <summary>How long others let us wait.</summary>
    public static Histogram<double> Waited(string name, string description) => Program.CreateHistogram(name, "s", description, tags: null, Waits);

    /// <summary>How late something came.</summary>
    public static Histogram<double> Late(string name, string description) => Program.CreateHistogram(name, "s", description, tags: null, Delays);

    /// <summary>Now, for a duration. Work takes real time: the clock of the local channel, which a person can move, has no part in it.</summary>
    public static long Now() => TimeProvider.System.GetTimestamp();

    /// <summary>Seconds since.</summary>
    public static double Since(long start) => TimeProvider.System.GetElapsedTime(start).TotalSeconds;
}
