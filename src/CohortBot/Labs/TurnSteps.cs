using CohortBot.Chat;

namespace CohortBot.Labs;

/// <summary>The steps of a turn: placeholder, gathering, asking, ending.</summary>
internal sealed class TurnSteps(TurnPlaceholders placeholders, TurnOpening opening, TurnAttempts attempts, TurnEnding ending, Chats chats)
{
    /// <summary>Takes the turn as far as it goes.</summary>
    /// <exception cref="ChatException">The platform did not take the placeholder or the answer.</exception>
    public async Task RunAsync(LabScene scene, Turn turn, CancellationToken cancellationToken)
    {
        var placeholder = await placeholders.PostAsync(scene, turn, cancellationToken);
        turn = turn with { Placeholder = placeholder.Id };
        if (turn.State == TurnState.Open)
            await opening.CloseAsync(scene, turn, cancellationToken);

        var reply = placeholders.Stream(placeholder);
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
                await opening.DropAsync(scene, turn, placeholder, cancellationToken);
                break;
        }
    }
}
