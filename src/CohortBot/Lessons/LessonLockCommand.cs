using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Commands;

namespace CohortBot.Lessons;

/// <summary>Takes back what <c>/lesson unlock</c> opened; what was posted meanwhile stays.</summary>
internal sealed class LessonLockCommand(LessonChooser chooser, LessonDesk desk, PersonFinder people) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lesson lock")
    {
        Needs = Role.Facilitator,
        Options = [new("lesson", IsRequired: true), new("member", OptionKind.Person)],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var choice = await chooser.FindAsync(context, "lesson", cancellationToken);
        choice.Cohort.RefuseClosed();
        var member = context.Find("member") is { } typed ? await people.FindAsync(context.Workspace, typed, cancellationToken) : null;
        var isDone = await desk.LockAsync(choice, member?.Key ?? MemberKey.Everybody, context.Member.Key, cancellationToken);
        var who = member?.Name ?? context.Wording.Say("lessons.everybody");
        return context.Say(isDone ? "lessons.lock_done" : "lessons.lock_nothing", ("lesson", choice.Lesson.Title), ("who", who)) with { ReplacesPressed = true };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        option == "member" ? people.SuggestAsync(context.Workspace, cancellationToken) : chooser.SuggestAsync(context, cancellationToken);
}
