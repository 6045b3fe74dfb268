namespace CohortBot.Chat.Documents.Markdown;

/// <summary>A Markdown text as it was read.</summary>
/// <param name="Blocks">Its blocks with their lines.</param>
/// <param name="Faults">What messages cannot show; none means that the document says all that the text says.</param>
internal sealed record MarkdownPage(IReadOnlyList<PlacedBlock> Blocks, IReadOnlyList<MarkdownFault> Faults)
{
    /// <summary>The blocks as a message.</summary>
    public Document Document => new([.. Blocks.Select(placed => placed.Block)]);
}

/// <summary>A block and the line that it begins on, from 1.</summary>
internal sealed record PlacedBlock(Block Block, int Line);
