using System.Collections.Concurrent;
using CohortBot.Exchanges;

namespace CohortBot.Labs;

/// <summary>
/// The turns that this run of the program opened and nobody has begun yet. Of those, and of no others, it is certain that no placeholder was posted:
/// the platform need not be asked. One whose lane is this program's without having been anybody else's is taken up as it was opened, and need not be read.
/// </summary>
internal sealed class OpenedTurns
{
    private readonly ConcurrentDictionary<TurnId, bool> _turns = [];
    private readonly ConcurrentDictionary<LaneKey, Turn> _known = [];

    /// <summary>
    /// A turn is being opened; called inside the transaction, since from the commit on others of this program may find the turn in the database and
    /// begin it. One that is never committed is never found.
    /// </summary>
    public void Expect(TurnId turn) => _turns[turn] = true;

    /// <summary>A turn was opened; called after the commit. One that somebody has begun by then stays theirs.</summary>
    public void Add(Turn turn)
    {
        if (turn is { State: TurnState.Open, Scene: not null })
            _known[turn.Lane] = turn;
    }

    /// <summary>Nothing is certain any more: another program may begin them.</summary>
    public void Forget()
    {
        _turns.Clear();
        _known.Clear();
    }

    /// <summary>A lane has come to this program: others may have changed its turns, which are to be read.</summary>
    public void Distrust(LaneKey lane) => _known.TryRemove(lane, out _);

    /// <summary>The turn that was opened a moment ago and is to be worked on now; null when it is to be read. Once, and then never again.</summary>
    public Turn? TakeNext(LaneKey lane) => _known.TryRemove(lane, out var turn) && TryTake(turn.Id) ? turn with { IsNew = true } : null;

    /// <summary>A turn begins. Returns whether it was never begun before; once, and then never again.</summary>
    public bool TryTake(TurnId turn) => _turns.TryRemove(turn, out _);
}
