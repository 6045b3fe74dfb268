using System.Globalization;
using CohortBot.Budgets;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>Tells a member kindly that their answer waits for a budget, and when it comes; once for each reason and hour, also after a crash.</summary>
internal sealed class TurnHoldNotes(TurnHolds holds, TurnPlaceholders placeholders, Outbox outbox, BudgetNotices notices, Database database)
{
    /// <summary>Says it; twice is once.</summary>
    public async Task SayAsync(LabScene scene, Turn turn, CancellationToken cancellationToken)
    {
        if (await holds.FindAsync(turn, cancellationToken) is not { } hold)
            return;
        if (hold.Because == nameof(BudgetSpan.Lab))
            await database.WriteAsync(session => notices.TellLabAsync(session, scene.Participation.Account(turn.Id), scene.Lab.Title), cancellationToken);
        var sent = await outbox.SendNowAsync(
            new OutboxMessage { Key = new OutboxKey(turn.Workspace, SubjectOf(turn, hold)), Place = scene.Participation.Place, Document = Note(scene, turn, hold) },
            cancellationToken);
        if (sent is not [var message, ..] || message.Id == hold.Message)
            return;
        if (hold.Message is not null)
            await placeholders.RemoveAsync(scene, turn with { Placeholder = hold.Message }, cancellationToken); // it told another reason or hour
        await holds.SaveMessageAsync(turn, message.Id, cancellationToken);
    }

    /// <summary>Says where the answer now is, in the place of the message that said that it waits.</summary>
    public async Task TakeBackAsync(LabScene scene, Turn turn, CancellationToken cancellationToken)
    {
        if (await holds.FindAsync(turn, cancellationToken) is not { } hold)
            return;
        await placeholders.ReplaceAsync(scene, turn with { Placeholder = hold.Message }, scene.Wording.Document("labs.held_over"), cancellationToken);
        await holds.ForgetAsync(turn, cancellationToken);
    }

    private static string SubjectOf(Turn turn, TurnHold hold)
    {
        // One that waits for others' answers looks again each few seconds, and says so once.
        var until = hold.Because == nameof(BudgetVerdict.Busy) ? 0 : hold.Until?.ToUnixTimeSeconds() ?? 0;
        return string.Create(CultureInfo.InvariantCulture, $"turn/{turn.Id}/held/{hold.Because}/{until}/{turn.Attempts}");
    }

    private static Document Note(LabScene scene, Turn turn, TurnHold hold)
    {
        var wording = scene.Wording;
        var when = new LocalMoment(hold.Until ?? default, scene.Member.Zone ?? scene.Cohort.Zone);
        var text = wording.Paragraph($"labs.held.{hold.Because}", ("when", when), ("cohort", scene.Cohort.Name), ("lab", scene.Lab.Title));
        IEnumerable<Block> name = scene.IsShared ? [new Note(Run.Of(scene.Member.Name))] : [];
        return hold.Because == nameof(BudgetVerdict.Busy)
            ? new Document([.. name, text])
            : new Document([.. name, text, new ButtonRow([wording.Button("labs.retry_button", $"lab retry turn:{turn.Id} cohort:{scene.Cohort.Id}")])]);
    }
}
