using CohortBot.Operations;
using CohortBot.Storage.Backups;

namespace CohortBot.Storage;

/// <summary>Registers the database.</summary>
internal static class StorageSetup
{
    /// <summary>Adds the database and its migrations.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddCounters(DatabaseMeter.AtZero);
        services.AddHealth<StorageHealth>("database", isVital: true).AddDoctorAndHealth<DiskCheck>("disk").AddDoctorCheck<StorageCheck>().AddGauges<DiskGauges>();
        services.AddSingleton<DatabaseHold>().AddHostedService(provider => provider.GetRequiredService<DatabaseHold>());
        return services.AddSingleton<DataFolder>().AddSingleton<Database>().AddSingleton<PatientWrites>().AddSingleton<KeptValues>().AddSingleton<NodeStore>().AddSingleton<DatabaseScrub>().AddSingleton<RestoreSettling>()
            .AddSingleton<Migrator>().AddHostedService(provider => provider.GetRequiredService<Migrator>())
            .AddSingleton<Nodes>().AddHostedService(provider => provider.GetRequiredService<Nodes>());
    }
}
