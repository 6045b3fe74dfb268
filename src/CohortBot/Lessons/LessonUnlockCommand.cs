using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using CohortBot.Commands;

namespace CohortBot.Lessons;

/// <summary>Opens a lesson by hand: shows first whom it touches, and can be undone.</summary>
internal sealed class LessonUnlockCommand(LessonChooser chooser, LessonDesk desk, LessonTouch touch, PersonFinder people) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lesson unlock")
    {
        Needs = Role.Facilitator,
        Options = [new("lesson", IsRequired: true), new("member", OptionKind.Person), new("confirm") { IsHidden = true }],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var choice = await chooser.FindAsync(context, "lesson", cancellationToken);
        choice.Cohort.RefuseClosed();
        var member = context.Find("member") is { } typed ? await people.FindAsync(context.Workspace, typed, cancellationToken) : null;
        var who = member?.Name ?? context.Wording.Say("lessons.everybody");
        var tail = $"lesson:{choice.Lesson.Id}{(member is null ? "" : $" member:{member.PlatformUser}")} cohort:{choice.Cohort.Id}";
        var touched = await touch.FindAsync(choice, member, cancellationToken);
        if (touched.Count == 0)
            return await SayNobodyAsync(context, choice, member, cancellationToken);
        if (context.Find("confirm") is not { } shown)
            return Ask(context, choice, touched, tail);
        if (shown != LessonMark.Of(touched))
            throw new CommandException("lessons.stale");
        if (!await desk.UnlockAsync(choice, member?.Key ?? MemberKey.Everybody, context.Member.Key, cancellationToken))
            return context.Say("lessons.unlocked_already", ("lesson", choice.Lesson.Title), ("who", who)) with { ReplacesPressed = true };
        return new Reply(new Document(
        [
            context.Wording.Paragraph("lessons.unlock_done", ("lesson", choice.Lesson.Title), ("who", who)),
            new ButtonRow([context.Wording.Button("lessons.undo", $"lesson lock {tail}")]),
        ]))
        { ReplacesPressed = true };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        option == "member" ? people.SuggestAsync(context.Workspace, cancellationToken) : chooser.SuggestAsync(context, cancellationToken);

    private async Task<Reply> SayNobodyAsync(CommandContext context, LessonChoice choice, Member? member, CancellationToken cancellationToken)
    {
        var isOpen = member is not null || await touch.IsAnybodyThereAsync(choice.Cohort, cancellationToken);
        var said = context.Say(isOpen ? "lessons.unlock_nobody" : "lessons.unlock_empty", ("lesson", choice.Lesson.Title), ("cohort", choice.Cohort.Name));
        return said with { ReplacesPressed = context.Find("confirm") is not null };
    }

    private static Reply Ask(CommandContext context, LessonChoice choice, IReadOnlyList<string> touched, string tail) => new(new Document(
    [
        context.Wording.Paragraph("lessons.unlock_ask", ("lesson", choice.Lesson.Title), ("count", touched.Count), ("names", string.Join(", ", touched))),
        new ButtonRow([context.Wording.Button("lessons.unlock_yes", $"lesson unlock {tail} confirm:{LessonMark.Of(touched)}", ButtonLook.Primary)]),
    ]));
}
