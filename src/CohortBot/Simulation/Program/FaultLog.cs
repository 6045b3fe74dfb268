using System.Collections.Concurrent;
using CohortBot.Chat;

namespace CohortBot.Simulation.Program;

/// <summary>Keeps what the program logged as an error: a simulation in which the program found itself broken has failed.</summary>
internal sealed class FaultLog : ILoggerProvider
{
    private readonly ConcurrentDictionary<string, int> _faults = new(StringComparer.Ordinal);

    /// <summary>Each kind of fault once, with how often it came. Neither ids nor anybody's words are in it.</summary>
    public IReadOnlyList<(string Fault, int Times)> Faults => [.. _faults.OrderBy(fault => fault.Key, StringComparer.Ordinal).Select(fault => (fault.Key, fault.Value))];

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Listener(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Listener(FaultLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // That the platform refused is the simulation's own doing; what the program makes of it is checked where it shows. Nor is it a fault to be stopped.
            if (IsEnabled(logLevel) && exception is not (ChatException or OperationCanceledException))
                log._faults.AddOrUpdate($"{category}: {eventId.Name}{(exception is null ? "" : $" ({exception.GetType().Name})")}", 1, (_, times) => times + 1);
        }
    }
}
