using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using CohortBot.Commands;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary><c>/lab start</c> and the button "Start lab": opens the lab, or leads back to it.</summary>
internal sealed class LabStartCommand(LabChooser chooser, LabOpener opener, EnrolmentStore enrolments, Database database) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lab start") { Options = [new CommandOption("lab")] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var choice = await chooser.ChooseAsync(context, cancellationToken);
        var (workspace, cohort) = (context.Workspace, choice.Cohort);
        if (!await enrolments.IsEnrolledAsync(workspace, cohort.Id, context.Member.Key, cancellationToken))
        {
            var join = context.Wording.Button("labs.join_button", $"my join cohort:{cohort.Id}", ButtonLook.Primary);
            return new Reply(context.Wording.Document("labs.join_first", ("cohort", cohort.Name)).With(new ButtonRow([join])));
        }

        var before = await database.ReadAsync(
            session => ParticipationStore.FindAsync(session, workspace, cohort.Id, choice.Lab.Id, context.Member.Key), cancellationToken);
        if (before is null && cohort.State == CohortState.Closed)
            return context.Say("labs.cohort_closed", ("cohort", cohort.Name));
        if (before is null && !choice.IsOpen)
            return Later(context, choice);

        var part = await opener.OpenAsync(choice.For(context), cancellationToken);
        return context.Say(before is null ? "labs.started" : "labs.started_before", ("lab", choice.Lab.Title)) with { GoTo = part.Place };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        chooser.SuggestAsync(context, cancellationToken);

    private static Reply Later(CommandContext context, LabChoice choice) => choice.Slot switch
    {
        { State: SlotState.Planned, DueAt: { } dueAt } when choice.Cohort.State == CohortState.Running => context.Say(
            "labs.opens_at",
            ("lab", choice.Lab.Title),
            ("lesson", choice.Lesson.Title),
            ("at", new LocalMoment(dueAt, context.Member.Zone ?? choice.Cohort.Zone, ShowsOffset: true))),
        _ => context.Say("labs.opens_later", ("lab", choice.Lab.Title), ("lesson", choice.Lesson.Title)),
    };
}
