using CohortBot.Operations;
using CohortBot.Storage;
using Microsoft.Extensions.Options;
using Quartz;
using Quartz.Impl.AdoJobStore;
using Quartz.Impl.AdoJobStore.Common;

namespace CohortBot.Schedule;

/// <summary>Registers the schedule.</summary>
internal static class ScheduleSetup
{
    private const string DataSource = "quartz"; // what Quartz calls the data source of its one scheduler

    // A node that has not said for this long that it lives has died, and another one rings its alarms: with Quartz's own 7.5 s a lesson would wait longer.
    private static readonly TimeSpan Checkin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CheckinIsLate = TimeSpan.FromSeconds(4);

    // How soon a node finds an alarm that another one set and then died over.
    private static readonly TimeSpan LookAfterOthers = TimeSpan.FromSeconds(5);

    /// <summary>Adds alarms, kept in the program's own database. The clock that Quartz reads is the container's <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.AddCounters(AlarmMeter.AtZero).AddHealth<AlarmHealth>("alarms", isVital: true);
        services.AddDoctorCheck<ZoneCheck>().AddSingleton<ClockWatch>().AddHostedService(provider => provider.GetRequiredService<ClockWatch>());
        services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
        {
            store.UseDataSource(source => source.DataSourceFactory = provider => new SchedulerDataSource(provider.GetRequiredService<Database>()));
            store.ProvisionSchema();
            store.UseLockHandler(LockFor);
            store.UseDriverDelegate(provider => IsShared(provider) ? new PostgreSQLDelegate() : new AlarmTables());
            store.ConfigureStore(options => options.AcceptEnlistedTransactions = true);
        }));
        services.AddForTheEngine();
        services.AddSingleton<AlarmClock>().AddHostedService(provider => provider.GetRequiredService<AlarmClock>());
        services.AddSingleton<IClockListener>(provider => provider.GetRequiredService<AlarmClock>());
        return services.AddSingleton<IAlarms, QuartzAlarms>();
    }

    // Which engine it is stands in the settings, and those are read once the program is put together.
    private static void AddForTheEngine(this IServiceCollection services)
    {
        services.AddOptions<DataSourceOptions>(DataSource).Configure<IOptions<StorageOptions>>((source, storage) =>
            source.Provider = storage.Value.IsPostgreSql ? DataSourceOptions.Providers.Npgsql : DataSourceOptions.Providers.Sqlite);
        services.AddOptions<ClusteringOptions>().Configure<IOptions<StorageOptions>>((cluster, storage) =>
            (cluster.Enabled, cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (storage.Value.IsPostgreSql, Checkin, CheckinIsLate));
        services.AddOptions<QuartzSchedulerOptions>().Configure<IOptions<StorageOptions>>((scheduler, storage) =>
        {
            if (!storage.Value.IsPostgreSql)
                return;
            (scheduler.InstanceId, scheduler.IdleWaitTime) = (storage.Value.NodeName, LookAfterOthers);
        });
    }

    private static ILockHandler LockFor(IServiceProvider provider) =>
        IsShared(provider) ? new PostgreSqlSelectForUpdateLockHandler(provider.GetRequiredService<IDbProvider>()) : new DatabaseIsTheLock();

    private static bool IsShared(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageOptions>>().Value.IsPostgreSql;
}
