namespace CohortBot.Chat.Documents;

/// <summary>Cuts a message into parts that fit a platform. A pure function: nothing lost, nothing twice, no heading alone at the end of a part.</summary>
public static class DocumentSplitter
{
    /// <summary>The parts, in order; a message that fits is one part.</summary>
    /// <param name="document">The message.</param>
    /// <param name="fits">Whether a part fits; the platform's own measure.</param>
    public static IReadOnlyList<Document> Split(Document document, Func<Document, bool> fits)
    {
        if (fits(document))
            return [document];
        List<Document> parts = [];
        List<Block> open = [];
        foreach (var block in document.Blocks)
        {
            if (open.Count > 0 && !fits(new Document([.. open, block])))
            {
                parts.Add(new Document([.. open]));
                open.Clear();
            }

            open.Add(block);
        }

        parts.Add(new Document(open));
        return parts;
    }
}
