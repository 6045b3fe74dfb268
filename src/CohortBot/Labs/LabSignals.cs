using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>Sets to work what a message calls for, after it was stored.</summary>
internal sealed partial class LabSignals(LabLanes lanes, TurnChanges changes, Chats chats, TextCatalogue texts, ILogger<LabSignals> logger)
{
    /// <summary>A message waits to be answered.</summary>
    public void Raise(LaneKey lane) => lanes.Signal(lane);

    /// <summary>A message that is not answered yet was changed or deleted.</summary>
    public void RaiseChange(LaneKey lane)
    {
        changes.Raise(lane);
        lanes.Signal(lane);
    }

    /// <summary>Tells a member privately that the advisor needs words.</summary>
    public async Task HintAsync(Member member, LabThread thread, CancellationToken cancellationToken)
    {
        try
        {
            var hint = texts.In(member.Locale ?? Locale.English).Document("labs.emoji_hint");
            await chats.For(thread.Workspace).ShowOnlyAsync(member.User, thread.Place, hint, cancellationToken);
        }
        catch (ChatException exception)
        {
            LogNoHint(exception, thread.Workspace);
        }
    }

    [LoggerMessage(LogLevel.Debug, "A hint could not be shown in {Workspace}.")]
    private partial void LogNoHint(Exception exception, WorkspaceId workspace);
}
