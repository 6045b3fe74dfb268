using System.Globalization;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using CohortBot.Commands;

namespace CohortBot.Labs;

/// <summary><c>/lab share</c>: shows what everybody will see, then posts the card into the cohort's channel.</summary>
internal sealed class LabShareCommand(CardDesk desk, CardShares shares) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lab share")
    {
        Options = [new CommandOption("lab"), new CommandOption("confirm", OptionKind.Number) { IsHidden = true }],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (scene, card) = await desk.GetAsync(context, cancellationToken);
        scene.Cohort.RefuseClosed();
        var standing = await shares.FindAsync(scene.Participation.Lane, cancellationToken);
        if (standing?.Version == card.Version)
            return context.Say("labs.shared_already");
        if (context.FindNumber("confirm") is not { } confirmed)
            return Ask(scene, card, "labs.share_ask");
        if (confirmed != card.Version)
            return Ask(scene, card, "labs.share_changed") with { ReplacesPressed = true };
        await shares.ShareAsync(scene, card, cancellationToken);
        var keep = context.Wording.Button("labs.keep_button", $"lab keep {scene.Options}");
        return new Reply(context.Wording.Document("labs.shared").With(new ButtonRow([keep]))) { ReplacesPressed = true };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        desk.SuggestAsync(context, cancellationToken);

    private static Reply Ask(LabScene scene, KeptCard card, string key)
    {
        var action = string.Create(CultureInfo.InvariantCulture, $"lab share {scene.Options} confirm:{card.Version}");
        return new Reply(new Document(
        [
            scene.Wording.Paragraph(key, ("cohort", scene.Cohort.Name)),
            .. CardDocument.Show(card.Card, scene.Wording).Blocks,
            new ButtonRow([scene.Wording.Button("labs.share_confirm_button", action, ButtonLook.Primary)]),
        ]));
    }
}
