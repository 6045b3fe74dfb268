using CohortBot.Advisors;
using CohortBot.Chat;

namespace CohortBot.Labs;

/// <summary>Sums up what no longer fits.</summary>
internal sealed partial class LabSummaries(IAdvisor advisor, TranscriptStore store, ILogger<LabSummaries> logger)
{
    /// <summary>The conversation within a budget of tokens; what is summed up is kept, so that it is done once.</summary>
    public async Task<LabConversation> ShortenAsync(LabScene scene, WholeConversation whole, long budget, CancellationToken cancellationToken)
    {
        var conversation = whole.Conversation;
        if (Tokens.Estimate(conversation.Summary ?? "") + conversation.Past.Sum(Size) <= budget)
            return conversation;

        // Down to half of the budget, so that not every turn from here on sums up again.
        var (kept, left) = (conversation.Past.Count, budget / 2);
        while (kept > 0 && (left -= Size(conversation.Past[kept - 1])) >= 0)
            kept--;
        kept = Math.Min(kept, conversation.Past.Count - 1);
        var rest = conversation with { Past = [.. conversation.Past.Skip(kept)] };
        if (kept <= 0)
            return rest;
        try
        {
            var summary = await advisor.SummariseAsync(conversation with { Past = [.. conversation.Past.Take(kept)], Says = "" }, cancellationToken);
            await store.SaveSummaryAsync(scene.Participation.Lane, new MadeSummary(whole.Before, [.. whole.Turns.Take(kept)], summary), cancellationToken);
            return rest with { Summary = summary };
        }
        catch (AdvisorException exception)
        {
            // The answer matters more than the memory of the oldest turns; the next turn tries again.
            LogMissing(exception, scene.Participation.Workspace, scene.Participation.Id.Value);
            return rest;
        }
    }

    private static long Size(PastExchange past) => Tokens.Estimate(past.Said) + Tokens.Estimate(past.Answered);

    [LoggerMessage(3111, LogLevel.Warning, "The older turns of participation {Participation} in {Workspace} could not be summed up.")]
    private partial void LogMissing(Exception exception, WorkspaceId workspace, long participation);
}
