namespace CohortBot.Chat.Documents;

/// <summary>
/// Cuts a message into parts that fit a platform: a pure function. Nothing is lost, nothing comes twice (but a cut table's header),
/// the order stays. A section that fits into one part is in one part, and parts begin with a section where they can. No heading
/// stands alone at the end of a part; notes and buttons stay under what they belong to. Tables and code are cut, between rows
/// and lines, only when they do not fit alone under their heading; lists between items; text at a sentence, else a word, else a letter.
/// </summary>
public static class DocumentSplitter
{
    /// <summary>The parts, in order; a message that fits is one part.</summary>
    /// <param name="document">The message.</param>
    /// <param name="fits">Whether a part fits; the platform's own measure. A longer message never fits where a shorter one did not.</param>
    public static IReadOnlyList<Document> Split(Document document, Func<Document, bool> fits) =>
        fits(document) ? [document] : new PartFiller(fits).Fill(document.Blocks);
}
