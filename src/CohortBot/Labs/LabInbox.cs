using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Exchanges;
using CohortBot.Operations;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Takes what people write in lab threads. A message is stored before this returns; only then it is worked on.</summary>
internal sealed class LabInbox(Database database, LabThreads threads, LabAdmission admission, LabMessageStore messages, LabSignals signals) : IMessageReceiver
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
        if (threads.Find(message.Place) is null)
            return;
        var edited = await database.WriteAsync(
            async session =>
            {
                if (await LabMessageStore.FindAsync(session, message) is not { } found)
                    return null;
                var isOpen = found is { Participation: not null, IsAnswered: false, Reason: null or WhyNot.Emoji or WhyNot.Empty };
                await messages.EditAsync(session, found, text, isOpen ? MessageWords.Judge(text) : found.Reason);
                return isOpen ? found : null;
            },
            cancellationToken);
        if (edited?.Lane is { } lane)
            signals.RaiseChange(lane);
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
        var stored = await database.WriteAsync(session => StoreAsync(session, thread, message), cancellationToken);
        LabMeter.Took(stored is not null, stored?.Reason, start);
        if (stored is { Participation: { } part, Reason: null })
            signals.Raise(part.Lane);
        if (stored is { HintIsDue: true })
            await signals.HintAsync(stored.Member, thread, cancellationToken);
    }

    // The message and the turn that it opens stand together, so that the lane that is raised afterwards has only to read.
    private async Task<Stored?> StoreAsync(Session session, LabThread thread, IncomingMessage message)
    {
        var member = await admission.MeetAsync(session, message);
        var (part, reason) = await admission.JudgeAsync(session, thread, member.Key);
        reason ??= MessageWords.Judge(message.Text);
        if (await messages.AddAsync(session, new NewLabMessage(message, member.Key, part, reason)) is null)
            return null;
        await LabThreadStore.NoteReadAsync(session, thread, message.SentAt);
        // Once is enough to know that words are needed.
        var isFirst = part is not null && reason == WhyNot.Emoji && await LabMessageStore.CountAsync(session, part.Lane, WhyNot.Emoji) == 1;
        return new Stored(member, part, reason, isFirst);
    }

    private sealed record Stored(Member Member, Participation? Participation, WhyNot? Reason, bool HintIsDue);
}
