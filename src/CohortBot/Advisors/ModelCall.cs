using CohortBot.Operations;

namespace CohortBot.Advisors;

/// <summary>One call of the model under way: adds up the time that the model itself takes, and counts the call once when it is disposed.</summary>
internal sealed class ModelCall : IDisposable
{
    private TimeSpan _took;
    private bool _hasBegun;
    private ModelMeter.Outcome _outcome = ModelMeter.Outcome.Cancelled; // who stops reading before the end waits no more

    /// <summary>Waits for the model's next piece.</summary>
    /// <returns>Whether there is one.</returns>
    public async Task<bool> NextAsync<T>(IAsyncEnumerator<T> pieces)
    {
        var start = Meters.Now();
        try
        {
            var isMore = await pieces.MoveNextAsync();
            _outcome = isMore ? ModelMeter.Outcome.Cancelled : ModelMeter.Outcome.Answered;
            return isMore;
        }
        finally
        {
            _took += TimeSpan.FromSeconds(Meters.Since(start));
        }
    }

    /// <summary>Words came.</summary>
    public void Spoke()
    {
        if (!_hasBegun)
            ModelMeter.BeganAfter(_took);
        _hasBegun = true;
    }

    /// <summary>It did not answer.</summary>
    public void Fail(AdvisorFailure failure) => _outcome = ModelMeter.Of(failure);

    /// <summary>A fault of ours.</summary>
    public void Break() => _outcome = ModelMeter.Outcome.Unexpected;

    /// <inheritdoc/>
    public void Dispose()
    {
        var outcome = _outcome == ModelMeter.Outcome.Answered && !_hasBegun ? ModelMeter.Outcome.Empty : _outcome;
        ModelMeter.Ended(outcome, _took);
    }
}
