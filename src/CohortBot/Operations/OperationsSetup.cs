using CohortBot.Operations.Figures;
using CohortBot.Operations.Telemetry;
using Microsoft.Extensions.Options;

namespace CohortBot.Operations;

/// <summary>Registers what an operator looks at.</summary>
internal static class OperationsSetup
{
    /// <summary>Adds figures, traces and the places where features register theirs. Comes first: it is to be there before anything is counted.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddOptions<OperationsOptions>().BindConfiguration(OperationsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new Collector(
            provider.GetRequiredService<IOptions<TelemetryOptions>>().Value, provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Gauges>().AddSingleton<FigureSheet>().AddSingleton<TelemetryService>()
            .AddHostedService(provider => provider.GetRequiredService<TelemetryService>());
        services.AddHealth<LifetimeHealth>("program", isVital: true);
        return services.AddSingleton<Microsoft.Extensions.Diagnostics.HealthChecks.IHealthCheckPublisher, HealthGauge>();
    }
}
