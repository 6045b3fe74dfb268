using CohortBot.Chat;
using CohortBot.Commands;

namespace CohortBot.Lessons;

/// <summary>Shows a member a lesson that is open to them, privately; whoever runs the cohort can read any.</summary>
internal sealed class MyLessonCommand(LessonChooser chooser, LessonAccess access) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("my lesson") { Options = [new("number", IsRequired: true)] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var choice = await chooser.FindAsync(context, "number", cancellationToken);
        var standing = (await access.ListAsync(choice.Cohort, context.Member.Key, cancellationToken)).First(standing => standing.Lesson.Id == choice.Lesson.Id);
        return standing.IsOpen || context.Role > Access.Role.Member
            ? new Reply(LessonMessage.For(new LessonToShow(choice.Cohort, choice.Lesson, context.Wording)))
            : context.Say("lessons.not_open", ("lesson", choice.Lesson.Title), ("state", MyLessonsCommand.Say(context, choice.Cohort, standing)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        chooser.SuggestAsync(context, cancellationToken);
}
