namespace CohortBot.Labs;

/// <summary>Decides what belongs to a turn, and what becomes of one that gets no answer.</summary>
internal sealed class TurnOpening(TurnGathering gathering, TurnStore turns, TurnApology apology, TurnPlaceholders placeholders, TurnHoldNotes holdNotes)
{
    /// <summary>Waits for the member's last message, then lets nothing more join the turn. One that was closed before a stop stays as it is.</summary>
    public async Task CloseAsync(LabScene scene, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.State != TurnState.Open)
        {
            await turns.SavePlaceholderAsync(turn, cancellationToken);
            return;
        }

        if (turn.WasHeld)
            await holdNotes.TakeBackAsync(scene, turn, cancellationToken);
        await gathering.WaitAsync(turn, cancellationToken);
        await apology.TakeBackAsync(scene, await turns.ClaimAsync(turn, cancellationToken), cancellationToken);
    }

    /// <summary>Says that the answer waits for a budget, and when it comes.</summary>
    public Task HoldAsync(LabScene scene, Turn turn, CancellationToken cancellationToken) => holdNotes.SayAsync(scene, turn, cancellationToken);

    /// <summary>Says that no answer came.</summary>
    public Task ApologiseAsync(LabScene scene, Turn turn, TurnFailure failure, CancellationToken cancellationToken) =>
        apology.SayAsync(scene, turn, failure, cancellationToken);

    /// <summary>Nothing is left to answer: the placeholder goes.</summary>
    public async Task DropAsync(LabScene scene, Turn turn, CancellationToken cancellationToken)
    {
        await placeholders.RemoveAsync(scene, turn, cancellationToken);
        await turns.DropAsync(turn, cancellationToken);
        LabMeter.Withdrawn();
    }
}
