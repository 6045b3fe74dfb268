using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Operations;

/// <summary>Where features register what an operator looks at.</summary>
internal static class OperationsSeams
{
    /// <summary>The tag of health checks that <c>/health/ready</c> asks: without them nothing works.</summary>
    public const string Ready = "ready";

    // A dependency that does not answer in this time is broken for whoever waits.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Adds a dependency to <c>/health</c>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">A word in lower case.</param>
    /// <param name="isVital">Whether nothing works without it, so that <c>/health/ready</c> asks for it too.</param>
    public static IServiceCollection AddHealth<T>(this IServiceCollection services, string name, bool isVital = false)
        where T : class, IHealthCheck =>
        services.AddHealthChecks().AddCheck<T>(name, failureStatus: null, isVital ? [Ready] : [], Patience).Services;

    /// <summary>Adds a check of <c>cohortbot doctor</c>.</summary>
    public static IServiceCollection AddDoctorCheck<T>(this IServiceCollection services)
        where T : class, IDoctorCheck => services.AddSingleton<T>().AddSingleton<IDoctorCheck>(provider => provider.GetRequiredService<T>());

    /// <summary>Adds a check of <c>cohortbot doctor</c> that <c>/health</c> asks as well, since it means something while the program runs.</summary>
    public static IServiceCollection AddDoctorAndHealth<T>(this IServiceCollection services, string name)
        where T : class, IDoctorCheck => services.AddDoctorCheck<T>().AddSingleton(new HealthByDoctor(name, typeof(T), Patience));

    /// <summary>Adds gauges that are read from the database (or the disk) when somebody asks for figures.</summary>
    public static IServiceCollection AddGauges<T>(this IServiceCollection services)
        where T : class, IGaugeReading => services.AddSingleton<IGaugeReading, T>();

    /// <summary>Adds counters that are to be known with 0 before anything has happened.</summary>
    /// <param name="services">The container.</param>
    /// <param name="atZero">Adds 0 for each label that the feature's counters have.</param>
    public static IServiceCollection AddCounters(this IServiceCollection services, Action atZero) => services.AddSingleton(new CountersAtZero(atZero));
}

/// <summary>A doctor's check that is asked for health too.</summary>
/// <param name="Name">What it is called there.</param>
/// <param name="Check">Its type.</param>
/// <param name="Patience">How long it may take.</param>
internal sealed record HealthByDoctor(string Name, Type Check, TimeSpan Patience);

/// <summary>Makes a feature's counters known with 0, so that the first event is seen as a rise.</summary>
/// <param name="Count">Adds 0 for each label.</param>
internal sealed record CountersAtZero(Action Count);
