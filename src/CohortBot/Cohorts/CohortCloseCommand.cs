using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts.Changes;
using CohortBot.Commands;

namespace CohortBot.Cohorts;

/// <summary>Ends a cohort: nothing more is posted, and what was done can only be read.</summary>
internal sealed class CohortCloseCommand(CohortChanges changes, DraftReplies replies) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort close") { Needs = Role.Facilitator, Options = [CohortOptions.Confirm] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var draft = await changes.RunAsync(ChangeRequest.From(context, Spec, Close), cancellationToken);
        return await replies.ReplyAsync(context, Spec, draft, cancellationToken);
    }

    private static CohortFacts Close(CohortFacts facts) =>
        facts with { Cohort = facts.Cohort with { State = CohortState.Closed, PausedAt = null, ClosedAt = facts.Now } };
}
