using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;
using CohortBot.Texts;

namespace CohortBot.Cohorts.Changes;

/// <summary>Answers a change: first what would be done, with a button to do it; then that it was done.</summary>
internal sealed class DraftReplies(ConfirmButton confirm)
{
    /// <summary>The answer to a command that changes a cohort's calendar.</summary>
    /// <param name="context">The command at work.</param>
    /// <param name="spec">What was typed; the texts <c>cohorts.show_…</c> and <c>cohorts.done_…</c> are named after it.</param>
    /// <param name="draft">The change.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Reply> ReplyAsync(CommandContext context, CommandSpec spec, CohortDraft draft, CancellationToken cancellationToken)
    {
        var name = spec.Path.Split(' ')[1];
        if (draft.IsDone)
            return Done(context, name, draft);
        var tables = new DraftTables(context.Wording);
        return new Reply(new Document(
        [
            context.Wording.Heading(2, $"cohorts.show_{name}", ("cohort", draft.After.Cohort.Name)),
            .. name == "create" ? [Summary(context.Wording, draft.After.Cohort)] : tables.Settings(draft),
            .. tables.Lessons(draft),
            .. tables.Warnings(draft.After),
            new ButtonRow([await confirm.MakeAsync(context, spec, draft.Fingerprint, cancellationToken, LookOf(draft))]),
        ]));
    }

    private static Paragraph Summary(Wording wording, Cohort cohort) => wording.Paragraph(
        "cohorts.create_summary",
        ("course", cohort.Course), ("channel", cohort.Channel), ("plan", cohort.Plan), ("zone", cohort.Zone),
        ("holidays", wording.Say(cohort.HolidayCountry is null ? "cohorts.none" : $"holidays.country_{cohort.HolidayCountry}")),
        ("minutes", cohort.GraceMinutes), ("gate", wording.Say($"cohorts.gate_{cohort.Gate}")), ("threads", wording.Say($"cohorts.threads_{cohort.ThreadMode}")));

    private static Reply Done(CommandContext context, string name, CohortDraft draft)
    {
        var tables = new DraftTables(context.Wording);
        var done = context.Wording.Paragraph($"cohorts.done_{name}", ("cohort", draft.After.Cohort.Name));
        return new Reply(new Document([done, .. tables.Next(draft.After), .. tables.Warnings(draft.After)])) { ReplacesPressed = true };
    }

    private static ButtonLook LookOf(CohortDraft draft) => draft.After.Cohort.State == CohortState.Closed ? ButtonLook.Danger : ButtonLook.Primary;
}
