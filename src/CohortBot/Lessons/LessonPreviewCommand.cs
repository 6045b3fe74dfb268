using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;
using CohortBot.Texts;

namespace CohortBot.Lessons;

/// <summary>Shows a lesson privately, just as the cohort's channel will get it.</summary>
internal sealed class LessonPreviewCommand(LessonChooser chooser, Chats chats, TextCatalogue texts) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lesson preview") { Needs = Role.Observer, Options = [new("lesson", IsRequired: true)] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (cohort, lesson) = await chooser.FindAsync(context, "lesson", cancellationToken);
        var message = LessonMessage.ForChannel(new LessonToShow(cohort, lesson, texts.In(cohort.Locale)));
        var parts = DocumentSplitter.Split(message, chats.For(cohort.Workspace).Fits);
        return new Reply(new Document([context.Wording.Note("lessons.preview", ("count", parts.Count)), .. parts.SelectMany((part, index) => Show(context.Wording, parts, index))]));
    }

    private static IEnumerable<Block> Show(Wording wording, IReadOnlyList<Document> parts, int index) => parts.Count == 1
        ? parts[index].Blocks
        : [wording.Note("lessons.preview_part", ("part", index + 1), ("parts", parts.Count)), .. parts[index].Blocks];

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        chooser.SuggestAsync(context, cancellationToken);
}
