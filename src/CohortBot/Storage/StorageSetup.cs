using CohortBot.Operations;

namespace CohortBot.Storage;

/// <summary>Registers the database.</summary>
internal static class StorageSetup
{
    /// <summary>Adds the database and its migrations.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddCounters(DatabaseMeter.AtZero);
        services.AddHealthChecks().AddCheck<StorageHealth>("database");
        return services.AddSingleton<Database>().AddSingleton<KeptValues>().AddSingleton<Migrator>().AddHostedService(provider => provider.GetRequiredService<Migrator>());
    }
}
