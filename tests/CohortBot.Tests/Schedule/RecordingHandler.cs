using System.Threading.Channels;
using CohortBot.Schedule;

namespace CohortBot.Tests.Schedule;

/// <summary>Remembers the alarms that went off.</summary>
internal sealed class RecordingHandler : IAlarmHandler
{
    private readonly Channel<string> _rang = Channel.CreateUnbounded<string>();

    public string Kind => "test";

    public Exception? FailOnce { get; set; }

    /// <summary>The next alarm's name; a test that waits longer than 10 s has failed.</summary>
    public async Task<string> NextAsync() => await _rang.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

    public int Count => _rang.Reader.Count;

    public bool IsSilent => _rang.Reader.Count == 0;

    public Task RingAsync(string name, CancellationToken cancellationToken)
    {
        _rang.Writer.TryWrite(name);
        var fault = FailOnce;
        FailOnce = null;
        return fault is null ? Task.CompletedTask : throw fault;
    }
}
