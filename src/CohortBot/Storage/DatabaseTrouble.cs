namespace CohortBot.Storage;

/// <summary>
/// Whether the database can be used. However many come upon a fault, it is said once when it begins and once when it has ended; nobody else needs
/// to log it.
/// </summary>
internal sealed partial class DatabaseTrouble(TimeProvider time, ILogger logger)
{
    // On a full disk a small write may pass while a larger one fails: it is over when none has failed for so long.
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private volatile StorageException? _current;
    private long _since;
    private long _last;

    /// <summary>The fault that stands; null when writes go well. Damage stands until the program is started again.</summary>
    public StorageException? Current => _current;

    /// <summary>Somebody came upon a fault.</summary>
    public void Note(StorageException fault)
    {
        lock (_gate)
        {
            _last = time.GetTimestamp();
            var isNews = _current is null || (fault.Fault == StorageFault.Corrupt && _current.Fault != StorageFault.Corrupt);
            if (!isNews)
                return;
            if (_current is null)
                _since = time.GetTimestamp();
            _current = fault;
            LogBegan(fault.InnerException, fault.Message);
        }
    }

    /// <summary>A write stands: what was wrong is over, if nothing has failed since for a moment. Costs one look where nothing is wrong.</summary>
    public void Wrote()
    {
        if (_current is null or { Fault: StorageFault.Corrupt })
            return;
        lock (_gate)
        {
            if (_current is null or { Fault: StorageFault.Corrupt } || time.GetElapsedTime(_last) < Calm)
                return;
            _current = null;
            LogEnded(time.GetElapsedTime(_since));
        }
    }

    [LoggerMessage(1107, LogLevel.Error, "{Message} What needs the database waits or is refused until then; nothing that was taken is lost.")]
    private partial void LogBegan(Exception? exception, string message);

    [LoggerMessage(1108, LogLevel.Warning, "The database can be written again, after {Time}; what waited goes on.")]
    private partial void LogEnded(TimeSpan time);
}
