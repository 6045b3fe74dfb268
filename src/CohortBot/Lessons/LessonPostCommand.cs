using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;

namespace CohortBot.Lessons;

/// <summary>Posts a lesson now, ahead of its date or after it was offered.</summary>
internal sealed class LessonPostCommand(LessonConfirmation confirmation, LessonDesk desk) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = LessonConfirmation.Spec("lesson post");

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken) => confirmation.RunAsync(context, Step, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        confirmation.SuggestAsync(context, cancellationToken);

    private LessonStep Step => new("post", desk.PostAsync)
    {
        Question = "lessons.post_ask",
        Yes = "lessons.post_yes",
        Look = ButtonLook.Primary,
        Done = "lessons.post_done",
    };
}
