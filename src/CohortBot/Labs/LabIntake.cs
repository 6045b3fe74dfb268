using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Exchanges;
using CohortBot.Labs.Safety;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Decides in one transaction what becomes of a message: whose it is, whether it may be passed on, and whether it counts.</summary>
internal sealed class LabIntake(LabAdmission admission, SafetyDesk safety, LabMessageStore messages, LabThreads threads, LabScenes scenes)
{
    /// <summary>Stores a new message. Returns null when it was stored before, or when the thread is gone: another program has erased whose it was.</summary>
    public async Task<TakenMessage?> StoreAsync(Session session, LabThread thread, IncomingMessage message)
    {
        if (!await LabThreadStore.NoteReadAsync(session, thread, message.SentAt))
        {
            session.AfterCommit(() => threads.Remove(thread));
            return null;
        }

        var member = await admission.MeetAsync(session, message);
        var (part, cohort, known) = await admission.JudgeAsync(session, thread, member.Key);
        var verdict = await SafetyDesk.JudgeAsync(session, part?.Lane, message.Text);
        var reason = SafetyDesk.ReasonFor(verdict, known) ?? MessageWords.Judge(message.Text);
        var scene = part is null || cohort is null ? null : scenes.Set(part, cohort, member);
        if (await messages.AddAsync(session, new NewLabMessage(message, member.Key, part, reason) { Scene = scene }) is not { } id)
            return null;
        var met = await safety.NoteAsync(session, new WrittenMessage(thread, member.Key, part?.Lane, id), verdict, reason);

        // Once is enough to know why nothing comes back.
        var isFirst = reason is WhyNot.Emoji or WhyNot.NotEnrolled or WhyNot.CohortClosed && await LabMessageStore.CountAsync(session, thread, member.Key, reason.Value) == 1;
        return new TakenMessage(reason, met) { Lane = part?.Lane, NeedsHint = isFirst ? member : null, SetsAside = reason == WhyNot.Crisis };
    }

    /// <summary>Stores how a message was changed, and judges it anew. A crisis stays one, whatever is written over it. Returns null when it is none of ours.</summary>
    public async Task<TakenMessage?> EditAsync(Session session, LabThread thread, MessageRef message, string text)
    {
        if (await LabMessageStore.FindAsync(session, message) is not { } found)
            return null;
        var isOpen = found is { Participation: not null, IsAnswered: false, Reason: null or WhyNot.Emoji or WhyNot.Empty or WhyNot.Abuse or WhyNot.PromptAttack };
        var verdict = await SafetyDesk.JudgeAsync(session, isOpen ? found.Lane : null, text, found.Id);
        var reason = SafetyDesk.ReasonFor(verdict, isOpen ? null : found.Reason) ?? (isOpen ? MessageWords.Judge(text) : null);
        if (found.IsAnswered && reason != WhyNot.Crisis)
            reason = found.Reason;
        await messages.EditAsync(session, found, text, reason);
        var met = await safety.NoteAsync(session, new WrittenMessage(thread, found.Member, found.Lane, found.Id), verdict, reason);
        return new TakenMessage(reason, met) { Lane = isOpen ? found.Lane : null, SetsAside = isOpen };
    }

    /// <summary>Forgets a message's words. Returns it when an answer to it may be under way.</summary>
    public async Task<LabMessage?> DeleteAsync(Session session, MessageRef message)
    {
        if (await LabMessageStore.FindAsync(session, message) is not { } found)
            return null;
        await messages.DeleteAsync(session, found);
        return found.IsAnswered ? null : found;
    }
}

/// <summary>A message that was stored.</summary>
/// <param name="Reason">Why it does not count; null when the advisor is to answer it.</param>
/// <param name="Met">What its writer is to be shown instead of, or besides, an answer.</param>
internal sealed record TakenMessage(WhyNot? Reason, SafetyEvent? Met)
{
    /// <summary>The lane that has to look again; none when nothing changes for it.</summary>
    public LaneKey? Lane { get; init; }

    /// <summary>Whether an answer under way has to be begun anew or dropped.</summary>
    public bool SetsAside { get; init; }

    /// <summary>The member who is to hear why nothing comes back: words are needed, or the member is not in the cohort, or it is closed.</summary>
    public Member? NeedsHint { get; init; }
}
