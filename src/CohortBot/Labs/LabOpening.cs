using CohortBot.Advisors;
using CohortBot.Chat.Documents;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>Writes the first message of a lab thread: what it is, what counts, who can read it, and the first question.</summary>
internal sealed class LabOpening(CardStore cards, TextCatalogue texts)
{
    private const int MostCardLines = 3;

    /// <summary>The message. In a shared thread it speaks to the whole cohort, in the cohort's language.</summary>
    public async Task<Document> WriteAsync(LabToOpen lab, bool isFirstLab, CancellationToken cancellationToken)
    {
        var wording = lab.IsShared ? texts.In(lab.Cohort.Locale) : lab.Wording;
        IReadOnlyList<Card> earlier = lab.IsShared ? [] : await cards.ListEarlierAsync(lab, cancellationToken);
        return new Document(
        [
            new Heading(1, Run.Of(lab.Lab.Title)),
            wording.Paragraph("labs.goal", ("goal", lab.Lab.Goal)),
            wording.Paragraph("labs.what_counts", ("minimum", lab.Lab.MinimumExchanges), ("minutes", lab.Lab.Minutes)),
            wording.Paragraph(lab.IsShared ? "labs.readers_shared" : "labs.readers_own"),
            .. isFirstLab || lab.IsShared ? [wording.Note("labs.privacy")] : Array.Empty<Block>(),
            .. earlier.Count > 0 ? TakeUp(earlier[^1], wording) : [],
            .. lab.Lab.Opening.Blocks,
            new ButtonRow([wording.Button("labs.why_button", $"lab why lab:{lab.Lab.Id} cohort:{lab.Cohort.Id}")]),
        ]);
    }

    private static IEnumerable<Block> TakeUp(Card card, Wording wording)
    {
        yield return wording.Paragraph("labs.takes_up", ("card", card.Title));
        yield return new Bullets(
            IsNumbered: false,
            [.. card.Entries.Take(MostCardLines).Select(entry => new BulletItem([new Run(entry.Label, IsBold: true), new Run($": {entry.Value}")], []))]);
    }
}
