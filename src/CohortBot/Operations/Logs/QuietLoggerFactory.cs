namespace CohortBot.Operations.Logs;

/// <summary>
/// Keeps what others put into exceptions out of the log, whoever logs and wherever the log goes: a driver's message can quote a row, a parser's the text, a
/// client's the address with its key. What the logger of a category may trace, it may show whole.
/// </summary>
internal sealed class QuietLoggerFactory(LoggerFactory inner) : ILoggerFactory
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new QuietLogger(inner.CreateLogger(categoryName));

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private sealed class QuietLogger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var shown = exception is null || inner.IsEnabled(LogLevel.Trace) ? exception : new LoggedException(exception);
            inner.Log(logLevel, eventId, state, shown, formatter);
        }
    }
}
