using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdigTable = Markdig.Extensions.Tables.Table;

namespace CohortBot.Chat.Documents.Markdown;

/// <summary>Reads the blocks of a text.</summary>
internal sealed class BlockReader(MarkdownContext context)
{
    private readonly RunReader _runs = new(context);

    /// <summary>The blocks in their order.</summary>
    public IReadOnlyList<PlacedBlock> Read(MarkdownDocument page) =>
        [.. page.SelectMany(block => ReadOne(block).Select(read => new PlacedBlock(read, block.Line + 1)))];

    /// <summary>A block that stands where only words can.</summary>
    public IReadOnlyList<Run> Flatten(Markdig.Syntax.Block block) => FlatRuns.Of(ReadOne(block));

    private IEnumerable<Block> ReadOne(Markdig.Syntax.Block block) => block switch
    {
        HeadingBlock heading => ReadHeading(heading),
        ParagraphBlock paragraph => ReadParagraph(paragraph),
        ListBlock list => new ListReader(context, this).Read(list),
        QuoteBlock quote => ReadQuote(quote),
        FencedCodeBlock code => ReadCode(code),
        MarkdigTable table => ReadTable(table),
        LinkReferenceDefinitionGroup definitions => definitions.SelectMany(definition => Refuse(definition, MarkdownFaultKind.Definition)),
        ThematicBreakBlock rule => Refuse(rule, MarkdownFaultKind.Rule).Take(0),
        HtmlBlock html => Refuse(html, MarkdownFaultKind.Html),
        Markdig.Syntax.CodeBlock code => Refuse(code, MarkdownFaultKind.IndentedCode),
        _ => Refuse(block, MarkdownFaultKind.Other),
    };

    private IEnumerable<Block> ReadHeading(HeadingBlock heading)
    {
        if (heading.Level > 3)
            context.Refuse(heading, MarkdownFaultKind.DeepHeading);
        var text = _runs.Read(heading.Inline);
        if (text.Count > 0)
            return [new Heading(Math.Min(heading.Level, 3), text)];
        context.Refuse(heading, MarkdownFaultKind.EmptyHeading);
        return [];
    }

    private IEnumerable<Block> ReadParagraph(ParagraphBlock paragraph)
    {
        if (!context.IsLenient && paragraph.Inline is { FirstChild: LinkInline { IsImage: true } image } inlines && inlines.LastChild == image)
            return [new Figure(image.Url ?? "", DocumentText.Plain(_runs.Read(image)), string.IsNullOrWhiteSpace(image.Title) ? null : image.Title)];
        var text = _runs.Read(paragraph.Inline);
        return text.Count == 0 ? [] : [new Paragraph(text)];
    }

    private IEnumerable<Block> ReadQuote(QuoteBlock quote)
    {
        List<Run> text = [];
        foreach (var block in quote)
        {
            if (text.Count > 0)
                text.Add(new Run("\n"));
            if (block is not ParagraphBlock)
                context.Refuse(block, MarkdownFaultKind.InQuote);
            text.AddRange(Flatten(block));
        }

        var words = RunReader.Trim(text);
        return words.Count == 0 ? [] : [new Quote(words)];
    }

    private IEnumerable<Block> ReadCode(FencedCodeBlock code)
    {
        if (code.ClosingFencedCharCount == 0)
            context.Refuse(code, MarkdownFaultKind.OpenCode);
        var text = code.Lines.ToString();
        // Words after the language are no part of it; they stay as the first line.
        var said = code.Info is { Length: > 0 } info && !IsLanguage(info) ? $"{info} {code.Arguments}" : code.Arguments;
        if (!string.IsNullOrWhiteSpace(said))
            text = $"{said.Trim()}\n{text}";
        return [new CodeBlock(IsLanguage(code.Info) ? code.Info : null, text)];
    }

    private IEnumerable<Block> ReadTable(MarkdigTable table)
    {
        var rows = table.OfType<TableRow>().ToList();
        if (rows.Count < 2)
            context.Refuse(table, MarkdownFaultKind.EmptyTable);
        if (Written(rows[0]) > MarkdownReader.MostColumns)
            context.Refuse(table, MarkdownFaultKind.WideTable);
        foreach (var row in rows.Skip(1).Where(row => Written(row) != Written(rows[0])))
            context.Refuse(row, MarkdownFaultKind.UnequalTable);
        var width = rows.Max(row => row.Count);
        return [new Table(Cells(rows[0], width), [.. rows.Skip(1).Select(row => Cells(row, width))])];
    }

    private List<IReadOnlyList<Run>> Cells(TableRow row, int width)
    {
        List<IReadOnlyList<Run>> cells = [.. row.OfType<TableCell>().Select(cell =>
            RunReader.Trim([.. cell.OfType<ParagraphBlock>().SelectMany(paragraph => _runs.Read(paragraph.Inline))]))];
        while (cells.Count < width)
            cells.Add([]);
        return cells;
    }

    private IEnumerable<Block> Refuse(Markdig.Syntax.Block block, MarkdownFaultKind kind)
    {
        context.Refuse(block, kind);
        var written = context.Written(block).Trim();
        return written.Length == 0 ? [] : [new Paragraph(Run.Of(written))];
    }

    // Markdig fills short rows with cells that hold nothing, not even an empty paragraph.
    private static int Written(TableRow row) => row.OfType<TableCell>().Count(cell => cell.Count > 0);

    private static bool IsLanguage(string? info) =>
        info is { Length: > 0 and <= 20 } && info.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '#' or '-' or '.' or '_');
}
