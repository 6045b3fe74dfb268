using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;

namespace CohortBot.Operations.Telemetry;

/// <summary>The collector that figures and traces are sent to, as the settings and the environment name it.</summary>
internal sealed class Collector(TelemetryOptions options, IConfiguration environment)
{
    private static readonly string[] EndpointVariables =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    /// <summary>Whether there is one.</summary>
    public bool IsThere => !environment.GetValue("OTEL_SDK_DISABLED", defaultValue: false) && Address is not null;

    /// <summary>Its address; the settings go before the environment.</summary>
    public string? Address => options.Endpoint ?? EndpointVariables.Select(variable => environment[variable]).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    /// <summary>What the program says of itself; the environment goes before the settings.</summary>
    public ResourceBuilder Resource => ResourceBuilder.CreateEmpty()
        .AddService(options.ServiceName, serviceVersion: ProgramMeter.Version)
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();

    /// <summary>Sets an exporter up.</summary>
    /// <param name="exporter">The exporter.</param>
    /// <param name="path">The signal's path for HTTP. The exporter appends it only to what the environment says.</param>
    public void SetUp(OtlpExporterOptions exporter, string path)
    {
        if (options.Headers is { } headers)
            exporter.Headers = headers;
        if (options.Endpoint is not { } endpoint)
            return;
        var isHttp = options.Protocol == TelemetryProtocol.HttpProtobuf;
        exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = new Uri(isHttp ? $"{endpoint.TrimEnd('/')}/{path}" : endpoint);
    }
}
