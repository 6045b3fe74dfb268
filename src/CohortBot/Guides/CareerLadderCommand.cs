using CohortBot.Chat;
using CohortBot.Commands;

namespace CohortBot.Guides;

/// <summary><c>/career ladder</c>: what each degree teaches, asks for and leads to, with an example and what it was said to pay.</summary>
internal sealed class CareerLadderCommand(GuideBook book) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("career ladder") { Options = [new("degree")] };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken) => Task.FromResult(Page.Answer(context));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) => Task.FromResult(Page.Choices());

    private GuidePage Page => new(book.Ladder, "career ladder degree", "career.no_degree");
}
