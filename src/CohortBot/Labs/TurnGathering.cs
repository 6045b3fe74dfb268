using Microsoft.Extensions.Options;

namespace CohortBot.Labs;

/// <summary>Waits until a member has said what there is to say, so that several messages in a row become one exchange.</summary>
internal sealed class TurnGathering(TurnStore turns, IOptions<LabOptions> options, TimeProvider time)
{
    /// <summary>Returns when the member has been silent for long enough, or has written for long enough.</summary>
    public async Task WaitAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (options.Value.Gather <= TimeSpan.Zero)
            return;
        while (await turns.FindWaitingAsync(turn.Lane, cancellationToken) is { } waiting)
        {
            var readyAt = Earlier(waiting.LastAt + options.Value.Gather, waiting.FirstAt + options.Value.GatherAtMost);
            var wait = readyAt - time.GetUtcNow();
            if (wait <= TimeSpan.Zero)
                return;

            // The messages are of an hour that is still to come: the clock was set back, and nobody is to wait until it is there again.
            var isSetBack = wait > options.Value.Gather;
            if (isSetBack)
                wait = options.Value.Gather;
            turn.Watch.Stop();
            await Task.Delay(wait, time, cancellationToken);
            turn.Watch.Go();
            if (isSetBack)
                return;
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset first, DateTimeOffset second) => first < second ? first : second;
}
