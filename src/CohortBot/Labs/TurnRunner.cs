using CohortBot.Chat;
using CohortBot.Operations;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Takes one participation's next turn from the first message to its end.</summary>
internal sealed partial class TurnRunner(LabScenes scenes, TurnStore turns, TurnSteps steps, TurnApology apology, ILogger<TurnRunner> logger)
{
    /// <summary>
    /// Runs the next turn. Returns false when nothing waits, except for what its lane is told of by a signal, or when it waits for a budget. Cancelled
    /// in between, or when the database cannot be used, it goes on where it stood when called again.
    /// </summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<bool> RunNextAsync(LaneKey lane, CancellationToken cancellationToken)
    {
        if (await turns.FindOrOpenAsync(lane, cancellationToken) is not { } turn)
            return false;
        if ((turn.Scene ?? await scenes.FindAsync(lane, cancellationToken)) is not { } scene)
        {
            LogNoScene(turn.Workspace, turn.Id.Value);
            await turns.ClaimAsync(turn, cancellationToken);
            await turns.FailAsync(turn, TurnFailure.Unexpected, cancellationToken);
            return true;
        }

        using var span = Spans.Begin("lab turn")?.SetTag("turn", turn.Id.Value);
        try
        {
            if (turn.State == TurnState.Held)
            {
                await steps.HoldAsync(scene, turn, cancellationToken);
                return false;
            }

            turn = await steps.BeginAsync(scene, turn, cancellationToken);
            await steps.RunAsync(scene, turn, cancellationToken);
            return !turn.IsNew; // what came in meanwhile has signalled; before a restart, nobody was there to hear it
        }
        catch (ChatException exception)
        {
            LogRefused(exception, turn.Workspace, turn.Id.Value);
            span.Failed("chat");
            await FailAsync(scene, turn, TurnFailure.Chat, cancellationToken);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or StorageException))
        {
            LogFailed(exception, turn.Workspace, turn.Id.Value);
            span.Failed("unexpected");
            await FailAsync(scene, turn, TurnFailure.Unexpected, cancellationToken);
        }

        return true;
    }

    private async Task FailAsync(LabScene scene, Turn turn, TurnFailure failure, CancellationToken cancellationToken)
    {
        var now = await turns.FindAsync(turn.Workspace, turn.Id, cancellationToken) ?? turn;
        if (now.State is TurnState.Answered or TurnState.Held or TurnState.Dropped)
            return;
        now = now with { Placeholder = now.Placeholder ?? turn.Placeholder };
        if (now.State == TurnState.Open)
            await turns.ClaimAsync(now, cancellationToken);
        await apology.SayAsync(scene, now, failure, cancellationToken);
    }

    [LoggerMessage(3113, LogLevel.Warning, "Turn {Turn} in {Workspace} belongs to a lab or member that is not there any more.")]
    private partial void LogNoScene(WorkspaceId workspace, long turn);

    [LoggerMessage(3114, LogLevel.Warning, "The platform did not take turn {Turn} in {Workspace}.")]
    private partial void LogRefused(Exception exception, WorkspaceId workspace, long turn);

    [LoggerMessage(3115, LogLevel.Error, "Turn {Turn} in {Workspace} failed.")]
    private partial void LogFailed(Exception exception, WorkspaceId workspace, long turn);
}
