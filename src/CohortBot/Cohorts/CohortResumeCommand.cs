using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts.Changes;
using CohortBot.Commands;

namespace CohortBot.Cohorts;

/// <summary>Lets a paused cohort go on: what came due in the meantime, and all after it, is planned anew from today.</summary>
internal sealed class CohortResumeCommand(CohortChanges changes, DraftReplies replies) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort resume") { Needs = Role.Facilitator, Options = [CohortOptions.Confirm] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var draft = await changes.RunAsync(ChangeRequest.From(context, Spec, Resume), cancellationToken);
        return await replies.ReplyAsync(context, Spec, draft, cancellationToken);
    }

    private static CohortFacts Resume(CohortFacts facts)
    {
        var cohort = facts.Cohort;
        if (cohort.State != CohortState.Paused)
            throw new CommandException("cohorts.not_paused", ("cohort", cohort.Name));
        // A pause over which no lesson came due changes no date.
        var hasMissed = facts.ToCome.Any(slot => slot.DueAt <= facts.Now);
        return facts with
        {
            Cohort = cohort with { State = CohortState.Running, PausedAt = null, ReplanFrom = hasMissed ? facts.Today : cohort.ReplanFrom },
        };
    }
}
