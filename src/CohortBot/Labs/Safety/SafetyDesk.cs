using CohortBot.Advisors.Safety;
using CohortBot.Exchanges;
using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Labs.Safety;

/// <summary>
/// Decides about each message before anything else may see it. What is decided is written in the transaction that stores the message, the
/// facilitators' notice too, so that a crash can neither lose nor double it.
/// </summary>
internal sealed partial class SafetyDesk(
    SafetyEvents events, SafetyNotices notices, IOptions<SafetyOptions> options, TimeProvider time, ILogger<SafetyDesk> logger)
{
    // Whoever is in a crisis writes more than one message: the facilitators are called once an hour, not at each of them.
    private static readonly TimeSpan CallEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan RememberAbuse = TimeSpan.FromDays(7);

    /// <summary>Judges a message, also together with what else its member wrote and nobody has answered yet.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="lane">The part in the lab that the message belongs to; none where it is judged alone.</param>
    /// <param name="text">Its words.</param>
    /// <param name="edited">The message, if it is there already and is being edited; it is read in its old place.</param>
    public static async Task<SafetyVerdict> JudgeAsync(Session session, LaneKey? lane, string text, LabMessageId? edited = null)
    {
        var verdict = SafetyJudge.Judge(text);
        if (lane is not { } key || verdict.Has(SafetyClass.Crisis))
            return verdict;
        var all = (await LabMessageStore.ListUnansweredAsync(session, key, edited)).Select(words => words.Id == edited ? text : words.Text).ToList();
        if (edited is null)
            all.Add(text);
        if (all.Count <= 1)
            return verdict;
        var together = SafetyJudge.Judge(string.Join(' ', all));
        return together.Has(SafetyClass.Crisis) ? together : verdict;
    }

    /// <summary>Why a message is not passed on, or null. A crisis is met whoever writes it; the rest is for those who take part.</summary>
    public static WhyNot? ReasonFor(SafetyVerdict verdict, WhyNot? known)
    {
        if (verdict.Has(SafetyClass.Crisis))
            return WhyNot.Crisis;
        if (known is not null)
            return known;
        if (verdict.Has(SafetyClass.Abuse))
            return WhyNot.Abuse;
        return verdict.IsOnlyAttack ? WhyNot.PromptAttack : null;
    }

    /// <summary>Notes what was decided about a stored message. Returns what its writer is to be shown, or null.</summary>
    public async Task<SafetyEvent?> NoteAsync(Session session, WrittenMessage written, SafetyVerdict verdict, WhyNot? reason)
    {
        if (verdict.Findings.Count == 0)
            return null;
        var met = reason switch
        {
            WhyNot.Crisis => await CrisisAsync(session, written, verdict),
            WhyNot.Abuse => await AbuseAsync(session, written, verdict),
            WhyNot.PromptAttack => await events.AddAsync(session, written, SafetyClass.PromptAttack, verdict.Rules(SafetyClass.PromptAttack)),
            null => await PersonalAsync(session, written, verdict),
            _ => null,
        };
        if (met is not null)
            LogMet(met.Id.Value, met.Kind, met.Workspace, met.Rules);
        return met;
    }

    private async Task<SafetyEvent?> CrisisAsync(Session session, WrittenMessage written, SafetyVerdict verdict)
    {
        if (written.Lane is { } lane)
            await LabMessageStore.SetAsideAsync(session, lane);
        if (await events.AddAsync(session, written, SafetyClass.Crisis, verdict.Rules(SafetyClass.Crisis)) is not { } met)
            return null;
        var others = await SafetyEvents.ListOthersAsync(session, met, time.GetUtcNow() - CallEvery);
        if (!others.Any(other => other.ToldAt is not null) && !await notices.CallAsync(session, met))
        {
            LogNobody(met.Id.Value, met.Workspace);
            return met;
        }

        await events.MarkToldAsync(session, met);
        return met with { ToldAt = time.GetUtcNow() };
    }

    private async Task<SafetyEvent?> AbuseAsync(Session session, WrittenMessage written, SafetyVerdict verdict)
    {
        if (await events.AddAsync(session, written, SafetyClass.Abuse, verdict.Rules(SafetyClass.Abuse)) is not { } met)
            return null;
        var count = (await SafetyEvents.ListOthersAsync(session, met, time.GetUtcNow() - RememberAbuse)).Count + 1;
        if (count % options.Value.TellAfterAbuse == 0 && await notices.TellOfAbuseAsync(session, met, count))
            await events.MarkToldAsync(session, met);
        return met;
    }

    // Each kind of data is named once a lab.
    private async Task<SafetyEvent?> PersonalAsync(Session session, WrittenMessage written, SafetyVerdict verdict)
    {
        if (!verdict.Has(SafetyClass.PersonalData))
            return null;
        var known = await SafetyEvents.ListRulesAsync(session, written, SafetyClass.PersonalData);
        var kinds = verdict.Rules(SafetyClass.PersonalData).Where(kind => !known.Contains(kind)).ToList();
        return kinds.Count == 0 ? null : await events.AddAsync(session, written, SafetyClass.PersonalData, kinds);
    }

    [LoggerMessage(3118, LogLevel.Information, "Safety event {Event} ({Kind}) in {Workspace} by the rules {Rules}.")]
    private partial void LogMet(long @event, SafetyClass kind, Chat.WorkspaceId workspace, string rules);

    [LoggerMessage(3119, LogLevel.Error, "Safety event {Event} in {Workspace} is a crisis, and the cohort has no facilitator who could be told.")]
    private partial void LogNobody(long @event, Chat.WorkspaceId workspace);
}
