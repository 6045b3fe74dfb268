using System.Diagnostics.Metrics;
using CohortBot.Operations.Figures;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Net.Http.Headers;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CohortBot.Tests.Operations;

public sealed class FigureTests
{
    [Theory]
    [InlineData("cohortbot.lessons.posted", "{lesson}", MetricType.LongSum, "cohortbot_lessons_posted_total")]
    [InlineData("cohortbot.turn.before.duration", "s", MetricType.Histogram, "cohortbot_turn_before_duration_seconds")]
    [InlineData("cohortbot.disk.free", "By", MetricType.DoubleGauge, "cohortbot_disk_free_bytes")]
    [InlineData("share", "1", MetricType.DoubleGauge, "share_ratio")]
    [InlineData("things_total", "1", MetricType.LongSum, "things_total")]
    [InlineData("wait.seconds", "s", MetricType.DoubleGauge, "wait_seconds")]
    [InlineData("9 lives/é", "", MetricType.LongSumNonMonotonic, "_9_lives")]
    public void A_figure_is_named_as_Prometheus_names_it(string name, string unit, MetricType type, string expected) =>
        Assert.Equal(expected, FigureName.Of(name, unit, type).Sample);

    [Theory]
    [InlineData("", "Prometheus")]
    [InlineData("*/*", "Prometheus")]
    [InlineData("text/plain", "Prometheus")]
    [InlineData("application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5", "OpenMetrics")]
    [InlineData("application/openmetrics-text; version=1.0.0; charset=utf-8", "OpenMetrics")]
    [InlineData("application/openmetrics-text;version=2.0.0", "Prometheus")]
    [InlineData("application/openmetrics-text;q=0.1,text/plain;q=0.9", "Prometheus")]
    [InlineData("application/openmetrics-text;q=0", "Prometheus")]
    // what Prometheus 3 sends
    [InlineData("application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1", "OpenMetrics")]
    public void The_format_is_what_the_scraper_likes_best(string accept, string expected) =>
        Assert.Equal(expected, FigureFormats.Choose(accept.Length == 0 ? [] : MediaTypeHeaderValue.ParseList([accept])).ToString());

    [Fact]
    public async Task Labels_and_help_are_escaped_and_buckets_add_up()
    {
        using var meter = new Meter("figures-test");
        var turns = meter.CreateCounter<long>("turns", "{turn}", "Back\\slash and\nnew line.");
        var times = meter.CreateHistogram("time", "s", "Times.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1] });
        using var sheet = Sheet();
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter("figures-test").AddReader(sheet.Reader).Build();
        turns.Add(3, new KeyValuePair<string, object?>("why.not", "a \"b\"\\\nc"));
        times.Record(0.2);
        times.Record(0.7);
        times.Record(9);

        var text = await sheet.WriteAsync(FigureFormat.Prometheus, CancellationToken.None);

        Assert.Contains("# HELP turns_total Back\\\\slash and\\nnew line.\n# TYPE turns_total counter\n", text, StringComparison.Ordinal);
        Assert.Contains("turns_total{why_not=\"a \\\"b\\\"\\\\\\nc\"} 3\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "# UNIT time_seconds seconds\ntime_seconds_bucket{le=\"0.5\"} 1\ntime_seconds_bucket{le=\"1\"} 2\ntime_seconds_bucket{le=\"+Inf\"} 3\ntime_seconds_sum 9.9\ntime_seconds_count 3\n",
            text, StringComparison.Ordinal);
        ScrapedFigures.Read(text, isOpenMetrics: false);
    }

    [Fact]
    public async Task OpenMetrics_names_families_without_total_and_writes_borders_with_a_point_and_an_end()
    {
        using var meter = new Meter("figures-open-test");
        var turns = meter.CreateCounter<long>("turns", "{turn}", "Turns.");
        var times = meter.CreateHistogram("time", "s", "Times.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [1] });
        using var sheet = Sheet();
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter("figures-open-test").AddReader(sheet.Reader).Build();
        turns.Add(3);
        times.Record(0.2);

        var text = await sheet.WriteAsync(FigureFormat.OpenMetrics, CancellationToken.None);

        Assert.Contains("# HELP turns Turns.\n# TYPE turns counter\nturns_total 3\n", text, StringComparison.Ordinal);
        Assert.Contains("time_seconds_bucket{le=\"1.0\"} 1\n", text, StringComparison.Ordinal);
        Assert.EndsWith("# EOF\n", text, StringComparison.Ordinal);
        ScrapedFigures.Read(text, isOpenMetrics: true);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(0.1, "0.1")]
    [InlineData(-2.5E-07, "-2.5E-07")]
    public async Task Numbers_are_written_without_a_language(double value, string expected)
    {
        using var meter = new Meter($"figures-number-{expected}");
        using var sheet = Sheet();
        var gauge = meter.CreateGauge<double>("level");
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter(meter.Name).AddReader(sheet.Reader).Build();
        gauge.Record(value);
        Assert.EndsWith($"level {expected}\n", await sheet.WriteAsync(FigureFormat.Prometheus, CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_two_instruments_share_is_written_once()
    {
        using var first = new Meter("figures-twice-1");
        using var second = new Meter("figures-twice-2");
        using var sheet = Sheet();
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter(first.Name, second.Name).AddReader(sheet.Reader).Build();
        first.CreateCounter<long>("same").Add(1);
        second.CreateHistogram<long>("same").Record(1);
        ScrapedFigures.Read(await sheet.WriteAsync(FigureFormat.Prometheus, CancellationToken.None), isOpenMetrics: false);
    }

    private static FigureSheet Sheet() => new(new Gauges([], NullLogger<Gauges>.Instance));
}
