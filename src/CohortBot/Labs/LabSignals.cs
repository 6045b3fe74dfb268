using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Exchanges;
using CohortBot.Labs.Safety;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>Sets to work what a message calls for, after it was stored.</summary>
internal sealed partial class LabSignals(
    LabLanes lanes, TurnChanges changes, SafetyAnswers safety, Chats chats, TextCatalogue texts, ILogger<LabSignals> logger)
{
    /// <summary>What a stored message calls for: an answer, a private word, or that an answer under way is dropped.</summary>
    public async Task FollowAsync(TakenMessage taken, LabThread thread, CancellationToken cancellationToken)
    {
        if (taken.Lane is { } lane && taken.SetsAside)
            RaiseChange(lane);
        else if (taken.Lane is { } waiting && taken.Reason is null)
            lanes.Signal(waiting);
        if (taken.Met is { } met)
            await safety.ShowAsync(met, cancellationToken);
        if (taken.NeedsHint is { } member)
            await HintAsync(member, thread, taken.Reason, cancellationToken);
    }

    /// <summary>A message that is not answered yet was changed or deleted.</summary>
    public void RaiseChange(LaneKey lane)
    {
        changes.Raise(lane);
        lanes.Signal(lane);
    }

    private async Task HintAsync(Member member, LabThread thread, WhyNot? reason, CancellationToken cancellationToken)
    {
        try
        {
            var hint = texts.In(member.Locale ?? Locale.English).Document($"labs.hint_{reason}");
            await chats.For(thread.Workspace).ShowOnlyAsync(member.User, thread.Place, hint, cancellationToken);
        }
        catch (ChatException exception)
        {
            LogNoHint(exception, thread.Workspace);
        }
    }

    [LoggerMessage(3110, LogLevel.Debug, "A hint could not be shown in {Workspace}.")]
    private partial void LogNoHint(Exception exception, WorkspaceId workspace);
}
