using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Brings a turn to its end: the delivered answer with its exchange, or the apology.</summary>
internal sealed class TurnEnding(PatientWrites database, TurnStore turns, ExchangeStore exchanges, Outbox outbox, LabCompletion completion)
{
    /// <summary>
    /// Shows the whole answer, then writes its words, what it took and the exchange in one transaction. A crash in between
    /// asks again into the same placeholder.
    /// </summary>
    /// <exception cref="ChatException">The platform did not take the answer; nothing was written.</exception>
    public async Task AnswerAsync(LabScene scene, Turn turn, AnswerToShow answer, CancellationToken cancellationToken)
    {
        turn.Watch.Go();
        var parts = answer.Split(answer.Reply.Read().With([.. Cut(scene, answer.Given), .. Foot(scene, answer.Given.Number)]));
        await answer.Reply.FinishAsync(parts[0], cancellationToken);

        var rest = parts.Count == 1 ? null : new OutboxMessage
        {
            Key = new OutboxKey(turn.Workspace, $"turn/{turn.Id}/more"),
            Place = scene.Participation.Place,
            Document = new Document([.. parts.Skip(1).SelectMany(part => part.Blocks)]),
        };

        // The answer is delivered: from here on it is written down also when the program is being stopped, and when the database is away for a while.
        var isComplete = await database.WriteAsync(session => WriteAsync(session, scene, turn, answer, rest), cancellationToken);
        LabMeter.Ended(turn.Watch.Take() - answer.Reply.Paused);
        if (rest is not null)
            await outbox.DeliverAsync(rest.Key, cancellationToken);
        if (isComplete)
            await completion.TellAsync(scene, cancellationToken);
    }

    private async Task<bool> WriteAsync(Session session, LabScene scene, Turn turn, AnswerToShow answer, OutboxMessage? rest)
    {
        if (!await turns.AnswerAsync(session, turn, answer.Given.Text))
            return false;
        var (part, used) = (scene.Participation, answer.Given.Used);
        await exchanges.AddAsync(session, new Exchange
        {
            Workspace = part.Workspace,
            Cohort = part.Cohort,
            Lab = part.Lab,
            Member = part.Member,
            Participation = part.Id,
            Turn = turn.Id,
            Model = used.Model,
            InputTokens = used.InputTokens,
            OutputTokens = used.OutputTokens,
        });
        if (rest is not null)
            await outbox.AddAsync(session, rest);
        return await completion.TryAsync(session, scene);
    }

    // A model stops in the middle of a word where its limit is; nobody is to wonder what became of the rest.
    private static IEnumerable<Block> Cut(LabScene scene, TurnAnswer.Given given) =>
        given.Used.IsCut ? [new Note(Run.Of(scene.Wording.Say("labs.cut")))] : [];

    private static IEnumerable<Block> Foot(LabScene scene, int number)
    {
        var (wording, minimum) = (scene.Wording, scene.Lab.MinimumExchanges);
        var text = wording.Say(number <= minimum ? "labs.exchange" : "labs.exchange_more", ("number", number), ("minimum", minimum));
        yield return new Note(Run.Of(scene.IsShared ? $"{scene.Member.Name} · {text}" : text));
        if (number > minimum)
            yield return new ButtonRow([wording.Button("labs.finish_button", $"lab finish {scene.Options}")]);
    }
}
