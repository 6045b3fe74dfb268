using Microsoft.Extensions.Options;

namespace CohortBot.Labs;

/// <summary>Asks for an answer in one of the few places that there are at once, and anew when the member changes what was asked.</summary>
internal sealed class TurnAttempts(TurnAsking asking, TurnChanges changes, IOptions<LabOptions> options) : IDisposable
{
    // A member who goes on changing a message gets an answer all the same; later changes reach the transcript.
    private const int MostChanges = 3;

    private readonly SemaphoreSlim _places = new(options.Value.AtOnce);

    /// <summary>The answer to what the member said, as it stood when the answer was complete.</summary>
    public async Task<TurnAnswer> AskAsync(LabScene scene, Turn turn, StreamedReply reply, CancellationToken cancellationToken)
    {
        await EnterAsync(turn, cancellationToken);
        try
        {
            for (var change = 0; change < MostChanges; change++)
            {
                if (await AskOnceAsync(scene, turn, reply, cancellationToken) is not TurnAnswer.Overtaken and var answer)
                    return answer;
            }

            return await asking.AskAsync(scene, turn, reply, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private async Task EnterAsync(Turn turn, CancellationToken cancellationToken)
    {
        turn.Watch.Stop();
        LabMeter.Queue(1);
        try
        {
            await _places.WaitAsync(cancellationToken);
        }
        finally
        {
            LabMeter.Queue(-1);
            turn.Watch.Go();
        }
    }

    private async Task<TurnAnswer> AskOnceAsync(LabScene scene, Turn turn, StreamedReply reply, CancellationToken cancellationToken)
    {
        using var watch = changes.Begin(turn.Lane);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(watch.Token, cancellationToken);
        try
        {
            return await asking.AskAsync(scene, turn, reply, both.Token);
        }
        catch (OperationCanceledException) when (watch.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new TurnAnswer.Overtaken();
        }
    }
}
