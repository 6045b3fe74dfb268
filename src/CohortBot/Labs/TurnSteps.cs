using CohortBot.Chat;

namespace CohortBot.Labs;

/// <summary>The steps of a turn: placeholder; then gathering, asking, ending.</summary>
internal sealed class TurnSteps(TurnPlaceholders placeholders, TurnOpening opening, TurnAttempts attempts, TurnEnding ending, Chats chats)
{
    /// <summary>Tells the member that the turn waits for a budget.</summary>
    public Task HoldAsync(LabScene scene, Turn turn, CancellationToken cancellationToken) => opening.HoldAsync(scene, turn, cancellationToken);

    /// <summary>Shows the member that the turn is under way. Returns it with its placeholder.</summary>
    /// <exception cref="ChatException">The platform did not take the placeholder.</exception>
    public Task<Turn> BeginAsync(LabScene scene, Turn turn, CancellationToken cancellationToken) => placeholders.PostAsync(scene, turn, cancellationToken);

    /// <summary>Takes the turn as far as it goes.</summary>
    /// <exception cref="ChatException">The platform did not take the answer.</exception>
    public async Task RunAsync(LabScene scene, Turn turn, CancellationToken cancellationToken)
    {
        await opening.CloseAsync(scene, turn, cancellationToken);
        var reply = placeholders.Stream(scene, turn);
        var outcome = await attempts.AskAsync(scene, turn, reply, cancellationToken);
        if (!turn.Watch.IsRunning)
            LabMeter.Answered(turn.Watch.Standing);
        switch (outcome)
        {
            case TurnAnswer.Given given:
                var answer = new AnswerToShow(given, reply, chats.For(turn.Workspace));
                await ending.AnswerAsync(scene, turn, answer, cancellationToken);
                break;
            case TurnAnswer.Missing missing:
                await opening.ApologiseAsync(scene, turn, missing.Failure, cancellationToken);
                break;
            default:
                await opening.DropAsync(scene, turn, cancellationToken);
                break;
        }
    }
}
