using CohortBot.Chat;
using CohortBot.Commands;

namespace CohortBot.Labs;

/// <summary><c>/lab download</c>: hands the member their card as a Markdown file.</summary>
internal sealed class LabDownloadCommand(CardDesk desk) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lab download") { Options = [new CommandOption("lab")] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (scene, card) = await desk.GetAsync(context, cancellationToken);
        return context.Say("labs.download", ("card", card.Card.Title)) with
        {
            File = CardMarkdown.File($"{scene.Lab.Id}-card.md", CardMarkdown.Write(card.Card, level: 1, context.Wording)),
        };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        desk.SuggestAsync(context, cancellationToken);
}
