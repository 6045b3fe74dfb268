using CohortBot.Chat;
using CohortBot.Chat.Documents;

namespace CohortBot.Labs;

/// <summary>An answer, the message that it grows in, and the platform's measure of a message.</summary>
internal sealed record AnswerToShow(TurnAnswer.Given Given, StreamedReply Reply, IChat Chat)
{
    /// <summary>The parts that the platform can carry.</summary>
    public IReadOnlyList<Document> Split(Document document) => DocumentSplitter.Split(document, Chat.Fits);
}
