using CohortBot.Chat;
using CohortBot.Commands;
using CohortBot.Exchanges;

namespace CohortBot.Labs;

/// <summary>Hands a member their card, for the commands about it.</summary>
internal sealed class CardDesk(MemberLabs labs, CardStore cards, CardShares shares, ExchangeStore exchanges)
{
    /// <summary>The lab that the command is about.</summary>
    /// <exception cref="CommandException">The member has not started it.</exception>
    public Task<LabScene> FindLabAsync(CommandContext context, CancellationToken cancellationToken) => labs.FindAsync(context, cancellationToken);

    /// <summary>The lab that the command is about, with its card.</summary>
    /// <exception cref="CommandException">The member has not started the lab, or there is no card yet.</exception>
    public async Task<(LabScene Scene, KeptCard Card)> GetAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var scene = await labs.FindAsync(context, cancellationToken);
        await CheckCompleteAsync(scene, cancellationToken);
        return (scene, await cards.FindAsync(scene.Participation.Lane, cancellationToken)
            ?? throw new CommandException("labs.no_card", ("lab", scene.Lab.Title)));
    }

    /// <summary>Says what is missing before there can be a card.</summary>
    /// <exception cref="CommandException">The lab's minimum is not reached.</exception>
    public async Task CheckCompleteAsync(LabScene scene, CancellationToken cancellationToken)
    {
        var part = scene.Participation;
        if (part.CompletedAt is not null)
            return;
        var count = await exchanges.CountAsync(part.Workspace, part.Id, cancellationToken);
        var minimum = scene.Lab.MinimumExchanges;
        throw new CommandException(
            "labs.not_complete", ("lab", scene.Lab.Title), ("count", count), ("minimum", minimum), ("missing", Math.Max(1, minimum - count)));
    }

    /// <summary>A version of the card as it was shown, or null.</summary>
    public Task<KeptCard?> FindVersionAsync(LabScene scene, long version, CancellationToken cancellationToken) =>
        cards.FindAsync(scene.Participation.Lane, version, cancellationToken);

    /// <summary>The card with its buttons, for its member alone.</summary>
    public async Task<Reply> ShowAsync(LabScene scene, KeptCard card, CancellationToken cancellationToken)
    {
        var share = await shares.FindAsync(scene.Participation.Lane, cancellationToken);
        return new Reply(CardDocument.ShowWithButtons(scene, card, share?.Version));
    }

    /// <summary>The member's labs, for completion.</summary>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, CancellationToken cancellationToken) =>
        labs.SuggestAsync(context, cancellationToken);
}
