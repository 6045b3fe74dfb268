using System.Collections.Concurrent;
using CohortBot.Exchanges;

namespace CohortBot.Labs;

/// <summary>
/// The turns that this run of the program opened and nobody has begun yet. Of those, and of no others, it is certain that no placeholder was posted:
/// the platform need not be asked.
/// </summary>
internal sealed class OpenedTurns
{
    private readonly ConcurrentDictionary<TurnId, bool> _turns = [];

    /// <summary>A turn was opened; called after the commit.</summary>
    public void Add(TurnId turn) => _turns[turn] = true;

    /// <summary>Nothing is certain any more: another program may begin them.</summary>
    public void Forget() => _turns.Clear();

    /// <summary>A turn begins. Returns whether it was never begun before; once, and then never again.</summary>
    public bool TryTake(TurnId turn) => _turns.TryRemove(turn, out _);
}
