using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts.Changes;
using CohortBot.Commands;

namespace CohortBot.Cohorts;

/// <summary>Holds a cohort's lessons back until it is resumed; labs go on.</summary>
internal sealed class CohortPauseCommand(CohortChanges changes, DraftReplies replies) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort pause") { Needs = Role.Facilitator, Options = [CohortOptions.Confirm] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var draft = await changes.RunAsync(ChangeRequest.From(context, Spec, Pause), cancellationToken);
        return await replies.ReplyAsync(context, Spec, draft, cancellationToken);
    }

    private static CohortFacts Pause(CohortFacts facts) =>
        facts.Cohort.State == CohortState.Running
            ? facts with { Cohort = facts.Cohort with { State = CohortState.Paused, PausedAt = facts.Now } }
            : throw new CommandException("cohorts.paused_already", ("cohort", facts.Cohort.Name));
}
