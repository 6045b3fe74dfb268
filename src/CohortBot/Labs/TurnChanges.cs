using System.Collections.Concurrent;

namespace CohortBot.Labs;

/// <summary>Tells the advisor's answer under way that the member changed or deleted what it answers.</summary>
internal sealed class TurnChanges
{
    private readonly ConcurrentDictionary<LaneKey, CancellationTokenSource> _underWay = [];

    /// <summary>An answer begins; the token is cancelled when the member changes what was asked. Dispose it when the answer is there.</summary>
    public Watch Begin(LaneKey lane) => new(this, lane);

    /// <summary>The member changed what is being answered; nothing happens when nothing is.</summary>
    public void Raise(LaneKey lane)
    {
        if (!_underWay.TryGetValue(lane, out var source))
            return;
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The answer was there in the same moment: the change reaches the transcript only.
        }
    }

    /// <summary>An answer under way.</summary>
    internal sealed class Watch : IDisposable
    {
        private readonly TurnChanges _changes;
        private readonly LaneKey _lane;
        private readonly CancellationTokenSource _source = new();

        public Watch(TurnChanges changes, LaneKey lane)
        {
            (_changes, _lane) = (changes, lane);
            changes._underWay[lane] = _source;
        }

        /// <summary>Cancelled when the member changes what was asked.</summary>
        public CancellationToken Token => _source.Token;

        /// <inheritdoc/>
        public void Dispose()
        {
            _changes._underWay.TryRemove(_lane, out _);
            _source.Dispose();
        }
    }
}
