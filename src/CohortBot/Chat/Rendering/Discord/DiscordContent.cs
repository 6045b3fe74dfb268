using System.Text;
using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering.Discord;

/// <summary>The words of a message in Discord's Markdown.</summary>
internal static class DiscordContent
{
    private const string Fence = "```";

    /// <summary>The Markdown.</summary>
    /// <param name="document">The message.</param>
    /// <param name="enough">Stops after the block with which there are more characters than this; for measuring.</param>
    public static string Write(Document document, int enough = int.MaxValue)
    {
        var content = new StringBuilder();
        Block? before = null;
        foreach (var block in document.Blocks)
        {
            var text = Write(block);
            if (text.Length == 0)
                continue;
            if (before is not null)
                content.Append(IsClose(before, block) ? "\n" : "\n\n");
            content.Append(text);
            before = block;
            if (content.Length > enough)
                break;
        }

        return content.ToString();
    }

    /// <summary>A block of code. Discord knows no longer fence, so ticks inside are held apart by something that is not seen.</summary>
    public static string Code(string text, string? language = null)
    {
        var code = MarkdownDialect.Discord.WithoutMentions(SafeText.Clean(text.ReplaceLineEndings("\n")));
        return MarkdownBlocks.Fenced(code.Replace(Fence, $"`{MarkdownEscape.Gap}`{MarkdownEscape.Gap}`", StringComparison.Ordinal), language, Fence);
    }

    private static string Write(Block block) => block switch
    {
        Heading heading => MarkdownBlocks.Heading(heading, MarkdownDialect.Discord),
        Paragraph paragraph => MarkdownBlocks.Prefixed("", paragraph.Text, MarkdownDialect.Discord),
        Bullets list => MarkdownBlocks.List(list, MarkdownDialect.Discord),
        Table table => DiscordTable.Write(table),
        CodeBlock code => Code(code.Text, code.Language),
        Quote quote => MarkdownBlocks.Prefixed("> ", quote.Text, MarkdownDialect.Discord),
        Figure figure => figure.Caption is null ? "" : MarkdownBlocks.Prefixed("-# ", Run.Of(figure.Caption), MarkdownDialect.Discord),
        Note note => MarkdownBlocks.Prefixed("-# ", note.Text, MarkdownDialect.Discord),
        ButtonRow => "",
        _ => throw new ArgumentException($"Discord does not know {block.GetType().Name}.", nameof(block)),
    };

    // Discord itself leaves room around headings, code and small print.
    private static bool IsClose(Block before, Block after) =>
        before is Heading or CodeBlock || after is CodeBlock or Note || (before, after) is (Paragraph, Bullets);
}
