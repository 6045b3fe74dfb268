using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using CohortBot.Cohorts.Changes;
using CohortBot.Commands;
using CohortBot.Courses;

namespace CohortBot.Budgets;

/// <summary><c>/cohort budget</c>: what the advisor has cost, and how far it may go. Facilitators change the limits; each change is shown first.</summary>
internal sealed class CohortBudgetCommand(
    BudgetReports reports, BudgetChanges changes, ConfirmButton confirm, CohortStore cohorts, ICourseLibrary library) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort budget")
    {
        Needs = Role.Observer,
        Options = [new("limit") { Choices = [.. BudgetChange.Names.Keys] }, new("money"), new("tokens"), CohortOptions.Confirm],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.FindAsync(context.Workspace, context.GetCohort(), cancellationToken) ?? throw new CommandException("commands.no_cohort_here");
        if (Spec.Options.All(option => context.Find(option.Name) is null))
        {
            var report = await reports.FindAsync(cohort, cancellationToken);
            return new Reply(new BudgetDocument(report, context.Wording).Show(library.Shelf.Find(cohort.Course), showsShares: context.Role >= Role.Facilitator));
        }

        if (context.Role < Role.Facilitator)
            throw new CommandException("budgets.facilitators_change");
        cohort.RefuseClosed();
        var change = BudgetChange.Read(context);
        return context.Find("confirm") is null
            ? await ShowAsync(context, change, await changes.DraftAsync(cohort, change, cancellationToken), cancellationToken)
            : Done(context, await changes.MakeAsync(context, cohort, change, cancellationToken));
    }

    private async Task<Reply> ShowAsync(CommandContext context, BudgetChange change, BudgetDraft draft, CancellationToken cancellationToken)
    {
        // Following the settings again may change nothing today, and does when they change.
        if (draft.Before == draft.After && !change.FollowsSettings)
            return new Reply(new Document([Line(context, "budgets.same", draft)]));
        var button = await confirm.MakeAsync(context, Spec, draft.Fingerprint, cancellationToken);
        return new Reply(new Document([Line(context, "budgets.change", draft), new ButtonRow([button])]));
    }

    private Reply Done(CommandContext context, BudgetDraft draft) => new(new Document([Line(context, "budgets.changed", draft)])) { ReplacesPressed = true };

    private Paragraph Line(CommandContext context, string key, BudgetDraft draft) => context.Wording.Paragraph(
        key,
        ("cohort", draft.Cohort.Name), ("limit", context.Wording.Say($"budgets.name_{draft.Span}")),
        ("before", LimitWords.Say(context.Wording, draft.Before, changes.Currency)), ("after", LimitWords.Say(context.Wording, draft.After, changes.Currency)));
}
