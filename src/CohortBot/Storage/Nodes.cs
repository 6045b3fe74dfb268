namespace CohortBot.Storage;

/// <summary>
/// The programs that share the database. This one says once a second that it lives, and strikes out those that do not any more; whatever those had
/// taken is free from then on. On a database of one program there is nobody else, and nothing of this happens.
/// </summary>
internal sealed partial class Nodes(Database database, NodeStore store, TimeProvider time, ILogger<Nodes> logger) : BackgroundService
{
    /// <summary>How often a program says that it lives.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>
    /// After how many looks without a beat a program counts as dead: with a second between two looks, 5 to 6 s. Looks are counted, not seconds: a program
    /// that could not reach the database itself has not looked, and a clock that jumps strikes nobody out.
    /// </summary>
    public const int LooksToDie = 5;

    private readonly Dictionary<long, Seen> _others = [];
    private CancellationTokenSource _lost = new();

    /// <summary>This run's fencing number; 0 on a database of one program.</summary>
    public long Run { get; private set; }

    /// <summary>Cancelled when this run was struck out: what it has taken is not its own any more. A new run then has a new one.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>How many programs this one has struck out.</summary>
    public int Struck { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="StorageException">Another program that runs calls itself the same.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!database.Engine.IsShared)
            return;
        await WaitForNamesakeAsync(cancellationToken);
        await EnterAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Enters this program; an earlier run of the same name is over.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        if (!database.Engine.IsShared)
            return;
        Run = await store.EnterAsync(database.Node, cancellationToken);
        LogEntered(database.Node, Run);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Run > 0)
            await store.LeaveAsync(Run, cancellationToken);
    }

    /// <summary>Says that this program lives, and looks after the others: once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (!await store.BeatAsync(Run, cancellationToken))
            await EnterAnewAsync(cancellationToken);
        var others = (await store.ListAsync(cancellationToken)).Where(node => node.Run != Run).ToList();
        foreach (var other in others.Where(IsDead))
        {
            if (!await store.StrikeAsync(other, cancellationToken))
                continue;
            Struck++;
            LogStruck(other.Node, other.Run);
        }

        foreach (var gone in _others.Keys.Except(others.Select(node => node.Run)).ToList())
            _others.Remove(gone);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _lost.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Beat, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!stoppingToken.IsCancellationRequested)
                    await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (exception is not StorageException) // the database says it itself, once
                    LogNotReached(exception);
            }
        }
    }

    // A row that a crash of our own left does not beat; one that does belongs to a program that runs.
    private async Task WaitForNamesakeAsync(CancellationToken cancellationToken)
    {
        if (await store.FindAsync(database.Node, cancellationToken) is not { } before)
            return;
        await Task.Delay(2 * Beat, time, cancellationToken);
        if (await store.FindAsync(database.Node, cancellationToken) is { } now && now != before)
        {
            throw new StorageException(
                $"Another program that shares this database calls itself '{database.Node}' too. Give each a name of its own in Storage:Node.");
        }
    }

    private async Task EnterAnewAsync(CancellationToken cancellationToken)
    {
        LogLost(Run);
        await EnterAsync(cancellationToken);
        var lost = _lost;
        _lost = new CancellationTokenSource();
        await lost.CancelAsync();
    }

    private bool IsDead(NodeRow node)
    {
        var looks = _others.TryGetValue(node.Run, out var seen) && seen.Beat == node.Beat ? seen.Looks + 1 : 0;
        _others[node.Run] = new Seen(node.Beat, looks);
        return looks >= LooksToDie;
    }

    [LoggerMessage(1102, LogLevel.Information, "This program shares the database as {Node} (run {Run}).")]
    private partial void LogEntered(string node, long run);

    [LoggerMessage(1103, LogLevel.Warning, "The program {Node} (run {Run}) gives no sign of life any more; what it was at is taken over.")]
    private partial void LogStruck(string node, long run);

    [LoggerMessage(1104, LogLevel.Warning, "Another program took this one (run {Run}) for dead; what it was at belongs to others now, and it begins anew.")]
    private partial void LogLost(long run);

    [LoggerMessage(1105, LogLevel.Error, "The programs that share the database could not be read; it is tried again.")]
    private partial void LogNotReached(Exception exception);

    private sealed record Seen(long Beat, int Looks);
}
