namespace CohortBot.Operations;

/// <summary>Where features register what an operator looks at.</summary>
internal static class OperationsSeams
{
    /// <summary>Adds a check of <c>cohortbot doctor</c>.</summary>
    public static IServiceCollection AddDoctorCheck<T>(this IServiceCollection services)
        where T : class, IDoctorCheck => services.AddSingleton<T>().AddSingleton<IDoctorCheck>(provider => provider.GetRequiredService<T>());

    /// <summary>Adds gauges that are read from the database (or the disk) when somebody asks for figures.</summary>
    public static IServiceCollection AddGauges<T>(this IServiceCollection services)
        where T : class, IGaugeReading => services.AddSingleton<IGaugeReading, T>();

    /// <summary>Adds counters that are to be known with 0 before anything has happened.</summary>
    /// <param name="services">The container.</param>
    /// <param name="atZero">Adds 0 for each label that the feature's counters have.</param>
    public static IServiceCollection AddCounters(this IServiceCollection services, Action atZero) => services.AddSingleton(new CountersAtZero(atZero));
}

/// <summary>Makes a feature's counters known with 0, so that the first event is seen as a rise.</summary>
/// <param name="Count">Adds 0 for each label.</param>
internal sealed record CountersAtZero(Action Count);
