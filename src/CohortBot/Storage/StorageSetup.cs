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
        services.AddHealth<StorageHealth>("database", isVital: true).AddDoctorAndHealth<DiskCheck>("disk").AddGauges<DiskGauges>();
        return services.AddSingleton<DataFolder>().AddSingleton<Database>().AddSingleton<KeptValues>().AddSingleton<NodeStore>()
            .AddSingleton<Migrator>().AddHostedService(provider => provider.GetRequiredService<Migrator>())
            .AddSingleton<Nodes>().AddHostedService(provider => provider.GetRequiredService<Nodes>());
    }
}
