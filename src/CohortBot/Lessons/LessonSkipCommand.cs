using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;

namespace CohortBot.Lessons;

/// <summary>Leaves a lesson out that was not posted yet.</summary>
internal sealed class LessonSkipCommand(LessonConfirmation confirmation, LessonDesk desk) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = LessonConfirmation.Spec("lesson skip");

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken) => confirmation.RunAsync(context, Step, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        confirmation.SuggestAsync(context, cancellationToken);

    private LessonStep Step => new("skip", desk.SkipAsync)
    {
        Question = "lessons.skip_ask",
        Yes = "lessons.skip_yes",
        Look = ButtonLook.Danger,
        Done = "lessons.skip_done",
    };
}
