using CohortBot.Advisors.Safety;
using CohortBot.Chat;
using CohortBot.Operations;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>
/// Takes what people write in lab threads. A message is stored before this returns; only then it is worked on. What was changed or deleted on the
/// platform is so already: noting it waits for a database that is away.
/// </summary>
internal sealed class LabInbox(PatientWrites writes, LabThreads threads, LabIntake intake, LabMissed missed, LabSignals signals) : IMessageReceiver
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
        if (await writes.WriteAsync(session => intake.EditAsync(session, thread, message, text), cancellationToken) is { } edited)
            await signals.FollowAsync(edited, thread, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ReceiveDeletionAsync(MessageRef message, CancellationToken cancellationToken)
    {
        if (threads.Find(message.Place) is null)
            return;
        var deleted = await writes.WriteAsync(session => intake.DeleteAsync(session, message), cancellationToken);
        if (deleted?.Lane is { } lane)
            signals.RaiseChange(lane);
    }

    private async Task TakeAsync(LabThread thread, IncomingMessage message, CancellationToken cancellationToken)
    {
        var start = Meters.Now();
        SafetyJudge.Judge(message.Text); // so that the verdict is known in the transaction, where everybody else's writes wait for it
        var taken = await StoreAsync(thread, message, cancellationToken);
        LabMeter.Took(taken is not null, taken?.Reason, start);
        if (taken is not null)
            await signals.FollowAsync(taken, thread, cancellationToken);
    }

    // What the database cannot take now is read from the platform later.
    private async Task<TakenMessage?> StoreAsync(LabThread thread, IncomingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await writes.OnceAsync(session => intake.StoreAsync(session, thread, message), cancellationToken);
        }
        catch (StorageException)
        {
            missed.Add(thread);
            throw;
        }
    }
}
