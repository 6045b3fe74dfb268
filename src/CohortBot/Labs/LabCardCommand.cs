using CohortBot.Chat;
using CohortBot.Commands;

namespace CohortBot.Labs;

/// <summary><c>/lab card</c>: shows the member their card.</summary>
internal sealed class LabCardCommand(CardDesk desk) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lab card") { Options = [new CommandOption("lab")] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (scene, card) = await desk.GetAsync(context, cancellationToken);
        return await desk.ShowAsync(scene, card, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        desk.SuggestAsync(context, cancellationToken);
}
