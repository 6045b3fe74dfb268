namespace CohortBot.Chat.Documents;

/// <summary>Words of one look. A line break is a newline in the text. Nothing in <paramref name="Text"/> is ever read as markup.</summary>
public sealed record Run(string Text, bool IsBold = false, bool IsItalic = false, bool IsCode = false, string? Url = null)
{
    /// <summary>Plain words as a list of one run.</summary>
    public static IReadOnlyList<Run> Of(string text) => [new Run(text)];

    /// <summary>Bold words as a list of one run.</summary>
    public static IReadOnlyList<Run> Bold(string text) => [new Run(text, IsBold: true)];
}
