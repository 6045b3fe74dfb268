using System.Diagnostics;
using CohortBot.Advisors;
using CohortBot.Chat;
using CohortBot.Operations;
using Microsoft.Extensions.Options;

namespace CohortBot.Labs;

/// <summary>Asks the advisor for a turn's answer and shows it as it comes; failures that may pass are tried again.</summary>
internal sealed partial class TurnAsking(
    IAdvisor advisor, LabTranscript transcript, IOptions<LabOptions> options, TimeProvider time, ILogger<TurnAsking> logger)
{
    /// <summary>The answer, or why there is none. Throws only when cancelled, or for a fault of ours.</summary>
    public async Task<TurnAnswer> AskAsync(LabScene scene, Turn turn, StreamedReply reply, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
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
                if (exception.Failure == AdvisorFailure.Refused || tries >= options.Value.Retries)
                    return new TurnAnswer.Missing(ToFailure(exception.Failure));
            }

            await Task.Delay(TimeSpan.FromSeconds(1 << tries), time, cancellationToken);
        }
    }

    private async Task<TurnAnswer> StreamAsync(LabConversation conversation, StreamedReply reply, CancellationToken cancellationToken)
    {
        using var span = Spans.Step("advisor answer", ActivityKind.Client);
        using var patience = new CancellationTokenSource(options.Value.Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var used = new AdvisorPiece.Used("", 0, 0);
        try
        {
            await foreach (var piece in advisor.AnswerAsync(conversation, both.Token))
            {
                // Showing words takes the platform's time, not the advisor's.
                patience.CancelAfter(Timeout.InfiniteTimeSpan);
                if (piece is AdvisorPiece.Words words)
                    await reply.AddAsync(words.Text, cancellationToken);
                used = piece as AdvisorPiece.Used ?? used;
                patience.CancelAfter(options.Value.Patience);
            }
        }
        catch (OperationCanceledException exception) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new AdvisorException(AdvisorFailure.TimedOut, exception);
        }

        return string.IsNullOrWhiteSpace(reply.Text) ? throw new AdvisorException(AdvisorFailure.Empty) : new TurnAnswer.Given(reply.Text, used, conversation.Exchange);
    }

    private static TurnFailure ToFailure(AdvisorFailure failure) => failure switch
    {
        AdvisorFailure.TimedOut => TurnFailure.TimedOut,
        AdvisorFailure.Refused => TurnFailure.Refused,
        AdvisorFailure.Empty => TurnFailure.Empty,
        _ => TurnFailure.Unavailable,
    };

    [LoggerMessage(LogLevel.Warning, "The advisor did not answer turn {Turn} in {Workspace}: {Failure}.")]
    private partial void LogMissing(Exception exception, WorkspaceId workspace, long turn, AdvisorFailure failure);
}
