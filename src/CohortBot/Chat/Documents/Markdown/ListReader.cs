using System.Globalization;
using Markdig.Syntax;

namespace CohortBot.Chat.Documents.Markdown;

/// <summary>Reads lists: items, and one level of items below them.</summary>
internal sealed class ListReader(MarkdownContext context, BlockReader blocks)
{
    /// <summary>The list; as paragraphs with their numbers where a message would number it otherwise.</summary>
    public IEnumerable<Block> Read(ListBlock list)
    {
        var items = list.OfType<ListItemBlock>().ToList();
        if (list.IsOrdered && items[0].Order != 1)
            context.Refuse(list, MarkdownFaultKind.NumberStart);
        if (list.IsOrdered && !IsNumberedFromOne(items))
            return ReadParagraphs(items);
        var read = items.SelectMany(item => ReadItem(item, depth: 1)).Where(item => item.Text.Count > 0 || item.Below.Count > 0).ToList();
        return read.Count == 0 ? [] : [new Bullets(list.IsOrdered, read)];
    }

    private IEnumerable<Block> ReadParagraphs(List<ListItemBlock> items)
    {
        foreach (var item in items)
        {
            var read = ReadItem(item, depth: 1).ToList();
            yield return new Paragraph([new Run(Number(item)), .. read[0].Text]);
            var below = read.SelectMany(one => one.Below).ToList();
            if (below.Count > 0)
                yield return new Bullets(false, below);
        }
    }

    // An item of the second level brings the items below it with it as its neighbours.
    private IEnumerable<BulletItem> ReadItem(ListItemBlock item, int depth)
    {
        List<Run> text = [];
        List<BulletItem> below = [];
        foreach (var block in item)
        {
            if (block is ListBlock list)
                below.AddRange(ReadBelow(list, depth));
            else
                ReadText(block, text, below.Count > 0);
        }

        var words = RunReader.Trim(text);
        return depth == 1 ? [new BulletItem(words, below)] : [new BulletItem(words, []), .. below];
    }

    private IEnumerable<BulletItem> ReadBelow(ListBlock list, int depth)
    {
        if (depth > 1)
            context.Refuse(list, MarkdownFaultKind.DeepList);
        else if (list.IsOrdered)
            context.Refuse(list, MarkdownFaultKind.NumberedBelow);
        return list.OfType<ListItemBlock>().SelectMany(item => ReadItem(item, depth + 1)
            .Select((read, index) => list.IsOrdered && index == 0 ? read with { Text = [new Run(Number(item)), .. read.Text] } : read))
            .Where(read => read.Text.Count > 0);
    }

    private void ReadText(Markdig.Syntax.Block block, List<Run> text, bool isAfterBelow)
    {
        if (text.Count > 0 || isAfterBelow || block is not ParagraphBlock)
            context.Refuse(block, MarkdownFaultKind.LongItem);
        if (text.Count > 0)
            text.Add(new Run("\n"));
        text.AddRange(blocks.Flatten(block));
    }

    // "1. 1. 1." is a common way to let the reader count.
    private static bool IsNumberedFromOne(List<ListItemBlock> items) =>
        items.All(item => item.Order == 1) || items.Select((item, index) => item.Order == index + 1).All(isRight => isRight);

    private static string Number(ListItemBlock item) => string.Create(CultureInfo.InvariantCulture, $"{item.Order}. ");
}
