using CohortBot.Chat;
using CohortBot.Operations;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Takes what people write in lab threads. A message is stored before this returns; only then it is worked on.</summary>
internal sealed class LabInbox(Database database, LabThreads threads, LabIntake intake, LabMessageStore messages, LabSignals signals) : IMessageReceiver
{
    // Most of what a platform delivers is none of ours: that costs a look into memory, and nothing is allocated for it.
    /// <inheritdoc/>
    public Task ReceiveAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (threads.Find(message.Message.Place) is { } thread)
            return TakeAsync(thread, message, cancellationToken);
        LabMeter.Elsewhere();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task ReceiveEditAsync(MessageRef message, string text, CancellationToken cancellationToken)
    {
        if (threads.Find(message.Place) is not { } thread)
            return;
        if (await database.WriteAsync(session => intake.EditAsync(session, thread, message, text), cancellationToken) is { } edited)
            await signals.FollowAsync(edited, thread, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ReceiveDeletionAsync(MessageRef message, CancellationToken cancellationToken)
    {
        if (threads.Find(message.Place) is null)
            return;
        var deleted = await database.WriteAsync(
            async session =>
            {
                if (await LabMessageStore.FindAsync(session, message) is not { } found)
                    return null;
                await messages.DeleteAsync(session, found);
                return found.IsAnswered ? null : found;
            },
            cancellationToken);
        if (deleted?.Lane is { } lane)
            signals.RaiseChange(lane);
    }

    private async Task TakeAsync(LabThread thread, IncomingMessage message, CancellationToken cancellationToken)
    {
        var start = Meters.Now();
        var taken = await database.WriteAsync(session => intake.StoreAsync(session, thread, message), cancellationToken);
        LabMeter.Took(taken is not null, taken?.Reason, start);
        if (taken is not null)
            await signals.FollowAsync(taken, thread, cancellationToken);
    }
}
