namespace CohortBot.Chat.Sending;

/// <summary>Lets one at a time send a message in this program; different messages do not wait for each other.</summary>
internal sealed class OutboxTurns
{
    private readonly Lock _gate = new();
    private readonly Dictionary<OutboxKey, Turn> _turns = [];

    /// <summary>Does the work when nobody else sends the message.</summary>
    public async Task<T> RunAsync<T>(OutboxKey key, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var turn = Enter(key);
        try
        {
            await turn.Free.WaitAsync(cancellationToken);
            try
            {
                return await work();
            }
            finally
            {
                turn.Free.Release();
            }
        }
        finally
        {
            Leave(key, turn);
        }
    }

    private Turn Enter(OutboxKey key)
    {
        lock (_gate)
        {
            if (!_turns.TryGetValue(key, out var turn))
                _turns[key] = turn = new Turn();
            turn.Interested++;
            return turn;
        }
    }

    // The last one takes the turn away: while anybody waits, everybody must meet the same one.
    private void Leave(OutboxKey key, Turn turn)
    {
        lock (_gate)
        {
            if (--turn.Interested > 0)
                return;
            _turns.Remove(key);
            turn.Free.Dispose();
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Free { get; } = new(1, 1);

        public int Interested { get; set; }
    }
}
