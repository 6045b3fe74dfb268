using CohortBot.Schedule;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CohortBot.Tests.Schedule;

/// <summary>The real scheduler over a test's database.</summary>
internal sealed class TestSchedule : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestSchedule(TestDatabase test, Database? opened)
    {
        var services = test.AddTo(new ServiceCollection(), opened);
        services.AddLogging().AddSingleton(test.Clock);
        services.AddSingleton<IAlarmHandler>(Handler);
        services.AddSchedule();
        _services = services.BuildServiceProvider();
    }

    public RecordingHandler Handler { get; } = new();

    public AlarmClock Clock => _services.GetRequiredService<AlarmClock>();

    public IAlarms Alarms => _services.GetRequiredService<IAlarms>();

    /// <param name="test">The database.</param>
    /// <param name="opened">The same as another program sees it.</param>
    public static async Task<TestSchedule> StartAsync(TestDatabase test, Database? opened = null)
    {
        var schedule = new TestSchedule(test, opened);
        await schedule.Clock.StartAsync(CancellationToken.None);
        return schedule;
    }

    public Task SetAsync(Database database, string name, DateTimeOffset dueAt) => database.WriteAsync(
        session => Alarms.SetAsync(session, new Alarm("test", name, dueAt), CancellationToken.None), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await ((IHostedService)Clock).StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
