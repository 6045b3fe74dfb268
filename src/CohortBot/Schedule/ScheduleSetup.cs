using CohortBot.Operations;
using CohortBot.Storage;
using Quartz;

namespace CohortBot.Schedule;

/// <summary>Registers the schedule.</summary>
internal static class ScheduleSetup
{
    /// <summary>Adds alarms, kept in the program's own database. The clock that Quartz reads is the container's <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.AddCounters(AlarmMeter.AtZero).AddHealth<AlarmHealth>("alarms", isVital: true);
        services.AddDoctorCheck<ZoneCheck>().AddSingleton<ClockWatch>().AddHostedService(provider => provider.GetRequiredService<ClockWatch>());
        services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
        {
            store.UseDataSource(source =>
            {
                source.Provider = DataSourceOptions.Providers.Sqlite;
                source.DataSourceFactory = provider => new SchedulerDataSource(provider.GetRequiredService<Database>());
            });
            store.ProvisionSchema();
            store.UseLockHandler<DatabaseIsTheLock>();
            store.UseDriverDelegate<AlarmTables>();
            store.ConfigureStore(options => options.AcceptEnlistedTransactions = true);
        }));
        services.AddSingleton<AlarmClock>().AddHostedService(provider => provider.GetRequiredService<AlarmClock>());
        services.AddSingleton<IClockListener>(provider => provider.GetRequiredService<AlarmClock>());
        return services.AddSingleton<IAlarms, QuartzAlarms>();
    }
}
