using CohortBot.Chat.Documents;

namespace CohortBot.Labs;

/// <summary>An advisor's words as a message. They are data: nothing in them becomes a mention, a button or a picture.</summary>
internal static class AnswerDocument
{
    /// <summary>The words as blocks.</summary>
    public static Document Read(string text) =>
        new([.. text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => new Paragraph(Run.Of(part)))]);
}
