using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;

namespace CohortBot.Chat.Documents.Markdown;

/// <summary>
/// Reads the Markdown that messages can show: headings to level 3, paragraphs, bold, italic, code, links, lists with one level below, tables
/// of four columns, fenced code, quotes, and figures alone on a line. The words are CommonMark's, with pipe tables
/// (https://spec.commonmark.org/0.31.2/, https://github.github.com/gfm/#tables-extension-).
/// </summary>
internal static partial class MarkdownReader
{
    /// <summary>Columns that a table may have; more cannot be read on a telephone.</summary>
    public const int MostColumns = 4;

    private static readonly MarkdownPipeline Strict = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();
    private static readonly MarkdownPipeline Lenient = BuildLenient(new MarkdownPipelineBuilder().UsePipeTables());
    private static readonly MarkdownPipeline WithoutTables = BuildLenient(new MarkdownPipelineBuilder());

    /// <summary>Reads an author's text: what messages cannot show is a fault.</summary>
    public static MarkdownPage Read(string text)
    {
        var context = new MarkdownContext(text, isLenient: false);
        try
        {
            return new MarkdownPage(new BlockReader(context).Read(Markdig.Markdown.Parse(text, Strict)), context.Faults);
        }
        catch (Exception exception) when (IsNonsense(exception))
        {
            return new MarkdownPage([], [new MarkdownFault(1, MarkdownFaultKind.TooDeep, MarkdownContext.Shorten(text))]);
        }
    }

    /// <summary>
    /// Reads what an advisor or a model wrote. What messages cannot show stays as the words that were written; links lead to http and https
    /// only, pictures never load. A single line break stays one. Never throws, loses no words.
    /// </summary>
    public static Document ReadLenient(string text)
    {
        try
        {
            // Markdig drops cells of what is hardly a table, and loses its place behind tabs in headings.
            return new[] { Lenient, WithoutTables }.Select(pipeline => ReadLenient(text, pipeline)).FirstOrDefault(document => !LosesWords(text, document))
                ?? Document.Plain(text);
        }
        catch (Exception exception) when (IsNonsense(exception))
        {
            return Document.Plain(text);
        }
    }

    private static Document ReadLenient(string text, MarkdownPipeline pipeline)
    {
        var blocks = new BlockReader(new MarkdownContext(text, isLenient: true)).Read(Markdig.Markdown.Parse(text, pipeline));
        return new Document([.. blocks.Select(placed => placed.Block)]);
    }

    private static bool LosesWords(string text, Document document)
    {
        var said = string.Concat(FlatRuns.Of(document.Blocks).Select(run => $"{run.Text} {run.Url} "));
        var words = WebUtility.HtmlDecode(text).AsSpan();
        foreach (var word in Word().EnumerateMatches(words))
        {
            if (!said.AsSpan().Contains(words.Slice(word.Index, word.Length), StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static MarkdownPipeline BuildLenient(MarkdownPipelineBuilder builder)
    {
        builder.UsePreciseSourceLocation().DisableHtml();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return builder.Build();
    }

    // Markdig refuses input that is nested more than 128 deep with ArgumentException; the others are the ends of hostile input.
    private static bool IsNonsense(Exception exception) =>
        exception is ArgumentException or InvalidOperationException or IndexOutOfRangeException or InsufficientExecutionStackException;

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
