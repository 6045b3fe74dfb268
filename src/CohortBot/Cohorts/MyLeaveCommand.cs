using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts.Members;
using CohortBot.Commands;

namespace CohortBot.Cohorts;

/// <summary>Leaves a cohort; what was done stays, for a return.</summary>
internal sealed class MyLeaveCommand(CohortMembers members, CohortStore cohorts) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("my leave");

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var id = context.GetCohort();
        var hasLeft = await members.LeaveAsync(context.Member, id, (context.Member.Key, Spec.Path), cancellationToken);
        var cohort = await cohorts.FindAsync(context.Workspace, id, cancellationToken);
        var reply = context.Say(hasLeft ? "cohorts.left" : "cohorts.not_in", ("cohort", cohort!.Name));
        return reply with { Document = reply.Document.With(new ButtonRow([context.Wording.Button("cohorts.join", $"my join cohort:{id}")])) };
    }
}
