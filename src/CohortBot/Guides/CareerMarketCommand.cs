using CohortBot.Chat;
using CohortBot.Commands;

namespace CohortBot.Guides;

/// <summary><c>/career market</c>: numbers of posts, regions, competition, what each layer asks for, mistakes and strategies.</summary>
internal sealed class CareerMarketCommand(GuideBook book) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("career market") { Options = [new("topic")] };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken) => Task.FromResult(Page.Answer(context));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) => Task.FromResult(Page.Choices());

    private GuidePage Page => new(book.Market, "career market topic", "career.no_topic");
}
