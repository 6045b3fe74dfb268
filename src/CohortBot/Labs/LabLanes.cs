using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Works on participations side by side, each strictly in order. What is under way when the program stops resumes at its next start.</summary>
internal sealed partial class LabLanes(TurnRunner runner, LabLeases leases, TimeProvider time, ILogger<LabLanes> logger) : IAsyncDisposable
{
    // A fault of ours that comes again and again is no outage; the next message of the member tries anew.
    private const int MostFaults = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<LaneKey, Lane> _lanes = [];
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Something may be waiting in a participation; returns at once.</summary>
    public void Signal(LaneKey key)
    {
        lock (_gate)
        {
            if (_stopping.IsCancellationRequested)
                return;
            if (_lanes.TryGetValue(key, out var busy))
                busy.IsSignalled = true;
            else
                Begin(key);
        }
    }

    /// <summary>The same for what somebody came upon who was not told. Returns false when the participation is being worked on.</summary>
    public bool TryBegin(LaneKey key)
    {
        lock (_gate)
        {
            if (_stopping.IsCancellationRequested || _lanes.ContainsKey(key))
                return false;
            Begin(key);
            return true;
        }
    }

    /// <summary>Ends when nothing is under way.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task[] work;
            lock (_gate)
                work = [.. _lanes.Values.Select(lane => lane.Work)];
            if (work.Length == 0)
                return;
            await Task.WhenAll(work).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Ends when nothing is under way in a participation.</summary>
    public Task WhenIdleAsync(LaneKey key)
    {
        lock (_gate)
            return _lanes.TryGetValue(key, out var lane) ? lane.Work : Task.CompletedTask;
    }

    /// <summary>Stops: what is under way is cancelled and awaited.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await WhenIdleAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _stopping.Dispose();
    }

    private void Begin(LaneKey key)
    {
        var lane = new Lane();
        _lanes[key] = lane;
        lane.Work = Task.Run(() => RunAsync(key, lane), CancellationToken.None);
    }

    private async Task RunAsync(LaneKey key, Lane lane)
    {
        LabMeter.Work(1);
        do
        {
            await WorkOffAsync(key);
        }
        while (IsAskedAgain(key, lane));
        LabMeter.Work(-1);
    }

    // What a fault broke off is taken up again where it stood; while the database cannot be used, for as long as that takes.
    private async Task WorkOffAsync(LaneKey key)
    {
        var faults = 0;
        for (var wait = FirstWait; !_stopping.IsCancellationRequested; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                // What another program works on, that program finds.
                while (await leases.TryTakeAsync(key, _stopping.Token) && await RunNextAsync(key))
                {
                }

                return;
            }
            catch (StorageException exception)
            {
                LogWaits(exception.Fault, key.Participation.Value, key.Workspace); // the database itself says it louder, once
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !_stopping.IsCancellationRequested)
            {
                LogFailed(exception, key.Participation.Value, key.Workspace);
                if (++faults >= MostFaults)
                    return;
            }
            catch (OperationCanceledException)
            {
                return; // goes on at the next start
            }

            await Task.Delay(wait, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> RunNextAsync(LaneKey key)
    {
        var lost = leases.Lost;
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, lost);
        try
        {
            return await runner.RunNextAsync(key, both.Token);
        }
        catch (OperationCanceledException exception) when (exception is LeaseLostException || lost.IsCancellationRequested)
        {
            LogLost(key.Participation.Value, key.Workspace);
            return true; // whose it is now is asked anew
        }
    }

    private bool IsAskedAgain(LaneKey key, Lane lane)
    {
        lock (_gate)
        {
            if (lane.IsSignalled && !_stopping.IsCancellationRequested)
            {
                lane.IsSignalled = false;
                return true;
            }

            _lanes.Remove(key);
            return false;
        }
    }

    [LoggerMessage(3106, LogLevel.Error, "Work on participation {Participation} in {Workspace} broke off.")]
    private partial void LogFailed(Exception exception, long participation, Chat.WorkspaceId workspace);

    [LoggerMessage(3123, LogLevel.Debug, "Work on participation {Participation} in {Workspace} waits for the database: {Fault}.")]
    private partial void LogWaits(StorageFault fault, long participation, Chat.WorkspaceId workspace);

    [LoggerMessage(3107, LogLevel.Warning, "Participation {Participation} in {Workspace} is another program's now; what was under way was let go.")]
    private partial void LogLost(long participation, Chat.WorkspaceId workspace);

    private sealed class Lane
    {
        public Task Work { get; set; } = Task.CompletedTask;

        public bool IsSignalled { get; set; }
    }
}
