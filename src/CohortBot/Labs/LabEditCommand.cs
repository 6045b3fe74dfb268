using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;

namespace CohortBot.Labs;

/// <summary><c>/lab edit</c>: shows the card as a form.</summary>
internal sealed class LabEditCommand(CardDesk desk) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lab edit")
    {
        OpensForm = true,
        Options = [new CommandOption("lab"), new CommandOption("part", OptionKind.Number) { IsHidden = true }],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (scene, card) = await desk.GetAsync(context, cancellationToken);
        return new Reply(Document.Empty) { Form = CardForm.Write(scene, card, context.FindNumber("part") ?? 1) };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        desk.SuggestAsync(context, cancellationToken);
}
