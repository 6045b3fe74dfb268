using System.ComponentModel.DataAnnotations;

namespace CohortBot.Operations.Telemetry;

/// <summary>
/// Where figures and traces are sent by OTLP. The variables of the specification are respected (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>,
/// <c>OTEL_EXPORTER_OTLP_HEADERS</c>, <c>OTEL_SERVICE_NAME</c>, <c>OTEL_RESOURCE_ATTRIBUTES</c>, <c>OTEL_TRACES_SAMPLER</c>, <c>OTEL_SDK_DISABLED</c>):
/// https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
/// </summary>
public sealed class TelemetryOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Telemetry";

    /// <summary>The collector's address: <c>http://localhost:4318</c> (HTTP) or <c>http://localhost:4317</c> (gRPC). Default none: nothing is sent.</summary>
    [Url]
    public string? Endpoint { get; set; }

    /// <summary>How the collector is spoken to. Default <c>HttpProtobuf</c>.</summary>
    public TelemetryProtocol Protocol { get; set; } = TelemetryProtocol.HttpProtobuf;

    /// <summary>
    /// Headers for the collector: <c>authorization=Bearer …,x-team=cohorts</c>. A secret: from the environment
    /// (<c>COHORTBOT_Telemetry__Headers</c>) or user-secrets only; a settings file with it is refused. Default none.
    /// </summary>
    [DataType(DataType.Password)]
    public string? Headers { get; set; }

    /// <summary>What the program is called there. Default <c>cohortbot</c>.</summary>
    [Required]
    [StringLength(100)]
    public string ServiceName { get; set; } = "cohortbot";

    /// <summary>How often figures are sent, in seconds. Default 60, from 1 to 3600.</summary>
    [Range(1, 3600)]
    public int IntervalSeconds { get; set; } = 60;
}

/// <summary>How a collector is spoken to. https://opentelemetry.io/docs/specs/otlp/</summary>
public enum TelemetryProtocol
{
    /// <summary>Protobuf over HTTP, to <c>/v1/metrics</c> and <c>/v1/traces</c> below the endpoint.</summary>
    HttpProtobuf,

    /// <summary>gRPC.</summary>
    Grpc,
}
