using CohortBot.Chat;
using CohortBot.Cohorts.Changes;
using CohortBot.Cohorts.Members;
using CohortBot.Commands;

namespace CohortBot.Cohorts;

/// <summary>Joins a cohort; what comes next is answered privately.</summary>
internal sealed class MyJoinCommand(CohortMembers members, CohortChanges changes) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("my join");

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var cohort = context.GetCohort();
        var joining = await members.JoinAsync(context.Member, cohort, (context.Member.Key, Spec.Path), cancellationToken);
        var facts = await changes.FindAsync(context.Workspace, cohort, cancellationToken);
        return new Reply(JoinAnswers.Make(context.Wording, facts, context.Member, joining));
    }
}
