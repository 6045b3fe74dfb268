using System.Diagnostics;
using CohortBot.Advisors;
using CohortBot.Chat;
using CohortBot.Operations;

namespace CohortBot.Labs;

/// <summary>Asks the advisor for a turn's answer and shows it as it comes. The advisor itself asks its model again where a failure may pass.</summary>
internal sealed partial class TurnAsking(IAdvisor advisor, LabTranscript transcript, ILogger<TurnAsking> logger)
{
    /// <summary>The answer, or why there is none. Throws only when cancelled, or for a fault of ours.</summary>
    public async Task<TurnAnswer> AskAsync(LabScene scene, Turn turn, StreamedReply reply, CancellationToken cancellationToken)
    {
        reply.Restart();
        try
        {
            var conversation = await transcript.BuildAsync(scene, turn, cancellationToken);
            if (conversation.Says.Length == 0)
                return new TurnAnswer.Withdrawn();
            if (turn.Watch.IsRunning)
                LabMeter.Asked(turn.Watch.Take());
            return await StreamAsync(conversation, reply, cancellationToken);
        }
        catch (AdvisorException exception)
        {
            LogMissing(exception, turn.Workspace, turn.Id.Value, exception.Failure);
            return new TurnAnswer.Missing(ToFailure(exception.Failure));
        }
    }

    private async Task<TurnAnswer> StreamAsync(LabConversation conversation, StreamedReply reply, CancellationToken cancellationToken)
    {
        using var span = Spans.Step("advisor answer", ActivityKind.Client);
        var used = new AdvisorPiece.Used("", 0, 0);
        await foreach (var piece in advisor.AnswerAsync(conversation, cancellationToken))
        {
            switch (piece)
            {
                case AdvisorPiece.Words words:
                    await reply.AddAsync(words.Text, cancellationToken);
                    break;
                case AdvisorPiece.Restarted:
                    reply.Restart();
                    break;
                case AdvisorPiece.Used all:
                    used = all;
                    break;
            }
        }

        return string.IsNullOrWhiteSpace(reply.Text) ? throw new AdvisorException(AdvisorFailure.Empty) : new TurnAnswer.Given(reply.Text, used, conversation.Exchange);
    }

    private static TurnFailure ToFailure(AdvisorFailure failure) => failure switch
    {
        AdvisorFailure.TimedOut => TurnFailure.TimedOut,
        AdvisorFailure.Refused => TurnFailure.Refused,
        AdvisorFailure.Empty => TurnFailure.Empty,
        AdvisorFailure.NotSetUp => TurnFailure.NotSetUp,
        _ => TurnFailure.Unavailable,
    };

    [LoggerMessage(3112, LogLevel.Warning, "The advisor did not answer turn {Turn} in {Workspace}: {Failure}.")]
    private partial void LogMissing(Exception exception, WorkspaceId workspace, long turn, AdvisorFailure failure);
}
