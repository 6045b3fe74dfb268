using System.Globalization;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using CohortBot.Commands;
using CohortBot.Labs.Safety;

namespace CohortBot.Labs;

/// <summary>What the form of <c>/lab edit</c> sends: keeps the fields that the member wrote over.</summary>
internal sealed class LabSaveCommand(CardDesk desk, CardMaker maker, CardSafety safety) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lab save")
    {
        IsHidden = true,
        Options =
        [
            new CommandOption("lab") { IsHidden = true },
            new CommandOption("version", OptionKind.Number) { IsHidden = true },
            new CommandOption("part", OptionKind.Number) { IsHidden = true },
        ],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (scene, card) = await desk.GetAsync(context, cancellationToken);
        scene.Cohort.RefuseClosed();

        // Only what differs from what the form showed was written over: the card may have been made anew meanwhile.
        var shown = await desk.FindVersionAsync(scene, context.FindNumber("version") ?? 0, cancellationToken) ?? card;
        var changes = CardEdits.Editable(scene.Lab, shown.Card)
            .Select(field => (field.Id, Value: context.Call.Fields.GetValueOrDefault(field.Id)?.Trim()))
            .Where(field => !string.IsNullOrEmpty(field.Value) && Plain(field.Value) != Plain(shown.Card.Find(field.Id)?.Value))
            .ToDictionary(field => field.Id, field => field.Value!, StringComparer.Ordinal);
        await safety.MeetAsync(scene, changes.Values, cancellationToken);
        var saved = changes.Count == 0 ? card : await maker.EditAsync(scene, card.Card, changes, cancellationToken);

        var reply = await desk.ShowAsync(scene, saved, cancellationToken);
        var said = scene.Wording.Paragraph(changes.Count == 0 ? "labs.saved_nothing" : "labs.saved");
        return reply with { Document = new Document([said, .. reply.Document.Blocks, .. More(scene, saved, context.FindNumber("part") ?? 1)]) };
    }

    // Forms trim what they show, and end lines in their own way.
    private static string? Plain(string? value) => value?.ReplaceLineEndings("\n").Trim();

    private static IEnumerable<Block> More(LabScene scene, KeptCard card, int part)
    {
        if (part >= CardForm.Parts(scene, card))
            yield break;
        var action = string.Create(CultureInfo.InvariantCulture, $"lab edit {scene.Options} part:{part + 1}");
        yield return new ButtonRow([scene.Wording.Button("labs.edit_more_button", action)]);
    }
}
