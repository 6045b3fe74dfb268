using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CohortBot.Tests.Advisors.Providers;

/// <summary>Everything that was logged, with its exceptions.</summary>
internal sealed class RecordedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = [];

    /// <summary>What an operator reads: Debug and above.</summary>
    public string Read => string.Join('\n', _lines.Where(line => line.Level > LogLevel.Trace).Select(line => line.Text));

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private sealed class Logger(RecordedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log._lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
