using CohortBot.Advisors;
using CohortBot.Chat.Documents;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>A card as its member reads it: labels and values, the member's words as quotes, guesses marked as guesses.</summary>
internal static class CardDocument
{
    /// <summary>The card without buttons.</summary>
    public static Document Show(Card card, Wording wording) =>
        new([new Heading(2, Run.Of(card.Title)), .. card.Entries.SelectMany(entry => ShowEntry(entry, wording))]);

    /// <summary>The card with what its member can do with it.</summary>
    /// <param name="scene">The lab.</param>
    /// <param name="kept">The card as it stands.</param>
    /// <param name="shared">The version that stands in the channel, if one does; another than this one can be shared in its place.</param>
    public static Document ShowWithButtons(LabScene scene, KeptCard kept, long? shared)
    {
        var (wording, options) = (scene.Wording, scene.Options);
        var isShared = shared == kept.Version;
        return Show(kept.Card, wording).With(
            wording.Note(isShared ? "labs.card_shared_note" : shared is null ? "labs.card_private_note" : "labs.card_older_note", ("shared", shared), ("version", kept.Version)),
            new ButtonRow(
            [
                wording.Button("labs.finish_button", $"lab finish {options}"),
                wording.Button("labs.edit_button", $"lab edit {options}"),
                .. isShared ? Array.Empty<Button>() : [wording.Button(shared is null ? "labs.share_button" : "labs.share_newer_button", $"lab share {options}")],
                .. shared is null ? Array.Empty<Button>() : [wording.Button("labs.keep_button", $"lab keep {options}")],
                wording.Button("labs.download_button", $"lab download {options}"),
            ]));
    }

    private static IEnumerable<Block> ShowEntry(CardEntry entry, Wording wording)
    {
        List<Run> line = [new Run(entry.Label, IsBold: true), new Run($": {entry.Value}")];
        if (entry.IsGuess)
            line.Add(new Run($" ({wording.Say("labs.card_guess")})", IsItalic: true));
        else if (entry.IsEdited)
            line.Add(new Run($" ({wording.Say("labs.card_edited")})", IsItalic: true));
        if (entry.Because is { Length: > 0 } because)
            line.Add(new Run($"\n{because}"));
        yield return new Paragraph(line);
        if (entry.Quote is { Length: > 0 } quote && quote != entry.Value)
            yield return new Quote(Run.Of(quote));
    }
}
