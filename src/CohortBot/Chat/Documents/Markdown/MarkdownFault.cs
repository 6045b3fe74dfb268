namespace CohortBot.Chat.Documents.Markdown;

/// <summary>Something in a Markdown text that messages cannot show.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Found">Its first characters as they were written.</param>
internal sealed record MarkdownFault(int Line, MarkdownFaultKind Kind, string Found);

/// <summary>What Markdown knows and messages do not.</summary>
internal enum MarkdownFaultKind
{
    /// <summary>HTML.</summary>
    Html,

    /// <summary>A heading below level 3.</summary>
    DeepHeading,

    /// <summary>A heading without words.</summary>
    EmptyHeading,

    /// <summary>A list in a list in a list.</summary>
    DeepList,

    /// <summary>Numbers in the list below an item.</summary>
    NumberedBelow,

    /// <summary>A numbered list that does not begin with 1.</summary>
    NumberStart,

    /// <summary>An item with more than one paragraph and the items below it.</summary>
    LongItem,

    /// <summary>Something else than paragraphs in a quote.</summary>
    InQuote,

    /// <summary>A figure in the middle of a text.</summary>
    ImageInText,

    /// <summary>A link that is neither http nor https.</summary>
    Link,

    /// <summary>A link whose address stands elsewhere.</summary>
    Definition,

    /// <summary>Code by indentation.</summary>
    IndentedCode,

    /// <summary>Code whose fence is never closed.</summary>
    OpenCode,

    /// <summary>A line across the page.</summary>
    Rule,

    /// <summary>A table row with fewer or more cells than the header.</summary>
    UnequalTable,

    /// <summary>A table with more than four columns.</summary>
    WideTable,

    /// <summary>A table without rows.</summary>
    EmptyTable,

    /// <summary>Nesting beyond all sense.</summary>
    TooDeep,

    /// <summary>Anything else.</summary>
    Other,
}
