using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Chat.Sending;
using CohortBot.Schedule;
using CohortBot.Simulation.Clock;
using CohortBot.Simulation.Platform;
using CohortBot.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CohortBot.Simulation.Program;

/// <summary>
/// The program itself, with every feature that it has, over the simulation's database, clock and platform. It is stopped and started like the real one; platform and
/// database stay.
/// </summary>
internal sealed class SimulatedProgram(Database database, SimulatedClock clock, SimulatedPlatform platform, ProgramSetup setup) : IAsyncDisposable
{
    private IHost? _host;

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => _host is not null;

    /// <summary>What it logged as errors.</summary>
    public FaultLog Faults { get; } = new();

    /// <summary>A part of the running program.</summary>
    /// <exception cref="InvalidOperationException">It does not run.</exception>
    public T Get<T>()
        where T : notnull => (_host ?? throw new InvalidOperationException("The program does not run.")).Services.GetRequiredService<T>();

    /// <summary>Starts it.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var host = Build();
        await host.StartAsync(cancellationToken);
        _host = host;
    }

    /// <summary>Ends it in the middle of whatever it does: nothing is brought to an end, everything is found again at the next start.</summary>
    public async Task BreakOffAsync(CancellationToken cancellationToken)
    {
        if (_host is not { } host)
            return;
        _host = null;
        // The scheduler lives on a thread of its own and would go on beside the next program.
        await host.Services.GetRequiredService<AlarmClock>().StopAsync(cancellationToken);
        await DisposeAsync(host);
    }

    /// <summary>Stops it as Ctrl+C does.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_host is not { } host)
            return;
        _host = null;
        await host.StopAsync(cancellationToken);
        await DisposeAsync(host);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    private static ValueTask DisposeAsync(IHost host) => ((IAsyncDisposable)host).DisposeAsync();

    private IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "cohortbot" });
        builder.Configuration.AddInMemoryCollection(setup.Settings);
        builder.Logging.AddProvider(Faults);
        setup.AddFeatures(builder.Services);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>().AddSingleton<TimeProvider>(clock).AddSingleton(database);
        builder.Services.AddSingleton(new OutboxWaits(new HalfChance()));
        builder.Services.RemoveAll<IChat>();
        builder.Services.AddSingleton<IChat>(services => platform.Open(services.GetRequiredService<LocalChat>()));
        return builder.Build();
    }

    // The jitter of waits would be thrown by whoever comes first; half of it is as good a wait as any.
    private sealed class HalfChance : Random
    {
        public override double NextDouble() => 0.5;
    }
}

/// <summary>How the program is put together.</summary>
/// <param name="AddFeatures">Registers every feature.</param>
/// <param name="Settings">Its settings.</param>
internal sealed record ProgramSetup(Action<IServiceCollection> AddFeatures, IReadOnlyDictionary<string, string?> Settings);
