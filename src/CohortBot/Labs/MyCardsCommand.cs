using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;

namespace CohortBot.Labs;

/// <summary><c>/my cards</c>: the cards that a member has, and what the other labs still need.</summary>
internal sealed class MyCardsCommand(MemberCards cards) : ICommand
{
    private const int MostButtons = 5; // in one row on Discord

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("my cards");

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var mine = await cards.ListAsync(context, cancellationToken);
        if (mine.Count == 0)
            return context.Say("labs.not_started");
        var wording = context.Wording;
        var items = mine.Select(lab => new BulletItem(
        [
            new Run(lab.Scene.Lab.Title, IsBold: true),
            new Run(lab.Card is null
                ? $": {wording.Say("labs.cards_missing", ("count", lab.Exchanges), ("minimum", lab.Scene.Lab.MinimumExchanges))}"
                : $": {lab.Card.Card.Title}"),
        ], []));
        var buttons = mine.Where(lab => lab.Card is not null)
            .Select(lab => new Button(lab.Card!.Card.Title, $"lab card {lab.Scene.Options}"))
            .Chunk(MostButtons).Select(row => new ButtonRow(row));
        return new Reply(new Document([wording.Heading(2, "labs.cards_title"), new Bullets(IsNumbered: false, [.. items]), .. buttons]));
    }
}
