using System.Threading.Channels;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Labs;

/// <summary>A manual clock that tells of each short delay that is waited for, so that a test moves the time exactly when somebody waits.</summary>
internal sealed class SteppingClock : TimeProvider
{
    // Longer ones are limits of patience, which only a test that is about them lets pass.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(40);

    private readonly ManualClock _clock = new();
    private TimeSpan _setBy;
    private readonly Channel<TimeSpan> _delays = Channel.CreateUnbounded<TimeSpan>();

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow() + _setBy;

    public override long GetTimestamp() => _clock.GetTimestamp();

    /// <summary>Sets the time of day, as a time server or an administrator does; the time that passes goes on as it was.</summary>
    public void Set(TimeSpan by) => _setBy += by;

    public void Advance(TimeSpan by) => _clock.Advance(by);

    /// <summary>Moves the time over every short delay until a task has ended.</summary>
    public async Task UntilAsync(Task task)
    {
        var limit = Task.Delay(TimeSpan.FromSeconds(20), System, CancellationToken.None);
        while (!task.IsCompleted)
        {
            var delay = _delays.Reader.WaitToReadAsync().AsTask();
            await Task.WhenAny(task, delay, limit);
            if (limit.IsCompleted && !task.IsCompleted) // also when somebody waits again and again
                throw new TimeoutException("What the test waits for did not happen.");
            while (!task.IsCompleted && !limit.IsCompleted && _delays.Reader.TryRead(out var due))
                _clock.Advance(due); // whoever waits again at once does so in here
        }

        await task;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= Short)
            _delays.Writer.TryWrite(dueTime);
        return timer;
    }
}
