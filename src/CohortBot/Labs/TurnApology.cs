using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;

namespace CohortBot.Labs;

/// <summary>Says plainly that no answer came, and that the member's words are kept.</summary>
internal sealed class TurnApology(TurnStore turns, TurnPlaceholders placeholders, Outbox outbox)
{
    /// <summary>Shows one apology with "Try again" in the placeholder's stead, then notes the failure. A placeholder that is gone is given up: the next try posts a new one.</summary>
    public async Task SayAsync(LabScene scene, Turn turn, TurnFailure failure, CancellationToken cancellationToken)
    {
        var apology = scene.Wording.Document($"labs.failed.{failure}")
            .With(new ButtonRow([scene.Wording.Button("labs.retry_button", $"lab retry turn:{turn.Id} cohort:{scene.Cohort.Id}", ButtonLook.Primary)]));
        var replaced = await placeholders.ReplaceAsync(scene, turn, apology, cancellationToken);
        if (!await turns.FailAsync(replaced == Replaced.Never ? turn with { Placeholder = null } : turn, failure, cancellationToken))
            return;
        LabMeter.Failed(failure);
        if (replaced == Replaced.Done)
            return;
        await outbox.SendNowAsync(
            new OutboxMessage
            {
                Key = new OutboxKey(turn.Workspace, $"turn/{turn.Id}/sorry", turn.Attempts + 1),
                Place = scene.Participation.Place,
                Document = apology,
            },
            cancellationToken);
    }

    /// <summary>Says in the apologies of failed turns that a later answer took them up.</summary>
    public async Task TakeBackAsync(LabScene scene, IEnumerable<Turn> failed, CancellationToken cancellationToken)
    {
        foreach (var turn in failed)
            await placeholders.ReplaceAsync(scene, turn, scene.Wording.Document("labs.taken_up"), cancellationToken);
    }
}
