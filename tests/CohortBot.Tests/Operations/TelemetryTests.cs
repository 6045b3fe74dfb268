using System.Diagnostics;
using CohortBot.Operations;
using CohortBot.Operations.Telemetry;
using Microsoft.Extensions.Configuration;

namespace CohortBot.Tests.Operations;

[Collection(FiguresAlone.Name)]
public sealed class TelemetryTests
{
    [Fact]
    public async Task Figures_and_traces_reach_a_collector_with_its_token_and_none_of_the_members_words()
    {
        await using var collector = await LoopbackCollector.StartAsync();
        var planted = new PlantedWords();
        await using (var life = await LivelyCohort.StartAsync(planted, builder =>
        {
            builder.Configuration["Telemetry:Endpoint"] = collector.Address;
            builder.Configuration["Telemetry:Headers"] = $"authorization=Bearer {planted.Token}";
            builder.Configuration["Telemetry:ServiceName"] = "cohortbot-under-test";
        }))
        {
            await life.LiveAsync();
        }

        var (figures, traces) = (collector.Sent("/v1/metrics"), collector.Sent("/v1/traces"));
        foreach (var name in new[] { "cohortbot.exchanges.counted", "cohortbot.turn.before.duration", "cohortbot.database.write.duration", "cohortbot-under-test" })
            Assert.Contains(name, figures, StringComparison.Ordinal);
        foreach (var name in new[] { "lab turn", "advisor answer", "database write", "database read", "command", "message send", "cohortbot-under-test" })
            Assert.Contains(name, traces, StringComparison.Ordinal);
        Assert.All(collector.Requests, request => Assert.Equal($"Bearer {planted.Token}", request.Authorization));
        Assert.Empty(planted.FoundIn(figures));
        Assert.Empty(planted.FoundIn(traces));
    }

    [Fact]
    public async Task Without_a_collector_no_trace_is_made()
    {
        await using var life = await LivelyCohort.StartAsync(new PlantedWords());
        Assert.Null(Spans.Begin("command"));
        Assert.Null(Spans.Step("database read"));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", true)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", true)]
    [InlineData("OTEL_SERVICE_NAME", false)]
    public void The_environment_of_the_specification_names_a_collector(string variable, bool isThere) =>
        Assert.Equal(isThere, Named((variable, "http://127.0.0.1:4318")).IsThere);

    [Fact]
    public void A_switched_off_kit_names_none() =>
        Assert.False(Named(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318"), ("OTEL_SDK_DISABLED", "true")).IsThere);

    [Fact]
    public void The_settings_go_before_the_environment() =>
        Assert.Equal("http://10.0.0.1:4318", Named(new TelemetryOptions { Endpoint = "http://10.0.0.1:4318" }, ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318")).Address);

    [Theory]
    [InlineData(TelemetryProtocol.HttpProtobuf, "http://localhost:4318/", "http://localhost:4318/v1/traces")]
    [InlineData(TelemetryProtocol.HttpProtobuf, "https://collector.example/otlp", "https://collector.example/otlp/v1/traces")]
    [InlineData(TelemetryProtocol.Grpc, "http://localhost:4317", "http://localhost:4317/")]
    public void A_signal_has_its_path_below_the_endpoint(TelemetryProtocol protocol, string endpoint, string expected)
    {
        var exporter = new OpenTelemetry.Exporter.OtlpExporterOptions();
        Named(new TelemetryOptions { Endpoint = endpoint, Protocol = protocol }).SetUp(exporter, "v1/traces");
        Assert.Equal(expected, exporter.Endpoint.AbsoluteUri);
    }

    [Fact]
    public void A_span_stands_for_itself_whatever_request_led_to_it_and_parts_hang_below_it()
    {
        List<Activity> ended = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Spans.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new Activity("request").Start();

        using (var turn = Spans.Begin("lab turn"))
        {
            using (Spans.Step("database read"))
            {
            }

            turn.Failed("chat");
        }

        Assert.Equal(["database read", "lab turn"], ended.Select(span => span.OperationName));
        Assert.Null(ended[1].ParentId);
        Assert.Equal(ended[1].SpanId, ended[0].ParentSpanId);
        Assert.Equal((ActivityStatusCode.Error, "chat"), (ended[1].Status, ended[1].GetTagItem("error.type")));
    }

    private static Collector Named(params (string Name, string Value)[] environment) => Named(new TelemetryOptions(), environment);

    private static Collector Named(TelemetryOptions options, params (string Name, string Value)[] environment) => new(
        options, new ConfigurationBuilder().AddInMemoryCollection(environment.ToDictionary(pair => pair.Name, string? (pair) => pair.Value)).Build());
}
