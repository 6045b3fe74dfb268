using System.Collections.Concurrent;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>
/// Which participations this program works on, where several share the database. A lease stays with a program until that program ends or is struck
/// out, so that a conversation costs no more than the taking. On a database of one program everything is its own.
/// </summary>
internal sealed class LabLeases(Database database, Nodes nodes, OpenedTurns opened)
{
    private readonly ConcurrentDictionary<LaneKey, long> _held = [];

    /// <summary>This program's fencing number.</summary>
    public long Run => nodes.Run;

    /// <summary>Cancelled when this program's leases have gone to others.</summary>
    public CancellationToken Lost => nodes.Lost;

    /// <summary>Whether this program works on the participation: its own, or free and taken now.</summary>
    public async Task<bool> TryTakeAsync(LaneKey lane, CancellationToken cancellationToken) =>
        !database.Engine.IsShared || IsHeld(lane) || await TryTakeOverAsync(lane, cancellationToken);

    /// <summary>Takes a participation that is free. Returns false when somebody has it, this program included.</summary>
    public async Task<bool> TryTakeOverAsync(LaneKey lane, CancellationToken cancellationToken)
    {
        if (IsHeld(lane))
            return false;
        var run = nodes.Run;
        if (!await database.WriteAsync(session => TakeAsync(session, lane, run), cancellationToken))
        {
            // Somebody else begins the turns that were opened here: from now on nobody knows whether their placeholders stand.
            opened.Forget();
            return false;
        }

        opened.Distrust(lane);
        _held[lane] = run;
        return true;
    }

    /// <summary>Makes sure, inside the transaction that writes, that the participation is still this program's.</summary>
    /// <exception cref="LeaseLostException">It belongs to somebody else: nothing may be written.</exception>
    public async Task EnsureAsync(Session session, LaneKey lane)
    {
        if (!database.Engine.IsShared)
            return;
        var run = _held.GetValueOrDefault(lane);
        var valid = await session.ScalarAsync<long>(
            """
            SELECT COUNT(*) FROM lab_leases AS lease JOIN nodes ON nodes.run = lease.run
            WHERE lease.workspace = @Workspace AND lease.participation = @Participation AND lease.run = @run
            """,
            new { lane.Workspace, lane.Participation, run });
        if (valid == 0)
            throw new LeaseLostException(lane);
    }

    private bool IsHeld(LaneKey lane) => _held.TryGetValue(lane, out var run) && run == nodes.Run;

    private static async Task<bool> TakeAsync(Session session, LaneKey lane, long run) =>
        await session.ExecuteAsync(
            """
            INSERT INTO lab_leases (workspace, participation, run)
            SELECT @Workspace, @Participation, @run WHERE EXISTS (SELECT 1 FROM nodes WHERE nodes.run = @run)
            ON CONFLICT (workspace, participation) DO UPDATE SET run = excluded.run
            WHERE lab_leases.run = excluded.run OR NOT EXISTS (SELECT 1 FROM nodes WHERE nodes.run = lab_leases.run)
            """,
            new { lane.Workspace, lane.Participation, run }) > 0;
}

/// <summary>Another program works on the participation now; whatever this one was at there is to be let go.</summary>
internal sealed class LeaseLostException(LaneKey lane)
    : OperationCanceledException($"Participation {lane.Participation} in {lane.Workspace} is another program's now.");
