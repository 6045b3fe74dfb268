using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using CohortBot.Commands;

namespace CohortBot.Lessons;

/// <summary>Posts a lesson now, ahead of its date or after it was offered.</summary>
internal sealed class LessonPostCommand(LessonChooser chooser, LessonDesk desk) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lesson post")
    {
        Needs = Role.Facilitator,
        Options = [new("lesson", IsRequired: true), new("confirm") { IsHidden = true }],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var choice = await chooser.FindAsync(context, "lesson", cancellationToken);
        choice.Cohort.RefuseClosed();
        if (context.Find("confirm") is not { } shown)
            return Ask(context, choice, await desk.FindSlotAsync(choice, cancellationToken));
        await desk.PostAsync(choice, shown, context.Member.Key, cancellationToken);
        return context.Say("lessons.post_done", ("lesson", choice.Lesson.Title)) with { ReplacesPressed = true };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        chooser.SuggestAsync(context, cancellationToken);

    private static Reply Ask(CommandContext context, LessonChoice choice, LessonSlot slot) => new(new Document(
    [
        context.Wording.Paragraph("lessons.post_ask", ("lesson", choice.Lesson.Title), ("cohort", choice.Cohort.Name)),
        new ButtonRow([context.Wording.Button("lessons.post_yes", $"lesson post lesson:{choice.Lesson.Id} cohort:{choice.Cohort.Id} confirm:{LessonMark.Of(slot)}", ButtonLook.Primary)]),
    ]));
}
