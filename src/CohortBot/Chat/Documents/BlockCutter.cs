namespace CohortBot.Chat.Documents;

/// <summary>A block cut in two: what fits, and what comes after it.</summary>
internal sealed record BlockCut(Block Head, IReadOnlyList<Block> Rest);

/// <summary>Cuts a block that is too long where it hurts least; both sides of a cut have something to say.</summary>
internal static class BlockCutter
{
    /// <summary>The longest beginning that fits, or null when the block has none.</summary>
    /// <param name="block">What is too long.</param>
    /// <param name="fits">Whether a beginning fits.</param>
    /// <param name="isGentle">Only between sentences and items: the block itself would fit, but not what must stay with it.</param>
    public static BlockCut? TryCut(Block block, Func<Block, bool> fits, bool isGentle = false) => block switch
    {
        Paragraph paragraph => CutText(paragraph.Text, runs => new Paragraph(runs), fits, isGentle),
        Quote quote => CutText(quote.Text, runs => new Quote(runs), fits, isGentle),
        Note note => CutText(note.Text, runs => new Note(runs), fits, isGentle),
        Bullets bullets => ListCutter.TryCut(bullets, fits, isGentle),
        Table table => TableCutter.TryCut(table, fits),
        CodeBlock code => CutCode(code, fits),
        ButtonRow row => CutBetween(row.Buttons.Count, count => new ButtonRow([.. row.Buttons.Take(count)]), count => new ButtonRow([.. row.Buttons.Skip(count)]), fits),
        _ => null,
    };

    /// <summary>Cuts runs at a sentence, else at a word, else at a letter.</summary>
    public static BlockCut? CutText(IReadOnlyList<Run> runs, Func<IReadOnlyList<Run>, Block> make, Func<Block, bool> fits, bool isGentle = false)
    {
        var text = Prose.Text(runs);
        var (first, last) = (text.Length - text.AsSpan().TrimStart().Length, text.AsSpan().TrimEnd().Length - 1);
        Func<string, IReadOnlyList<int>>[] ways = isGentle ? [CutPoints.Sentences] : [CutPoints.Sentences, CutPoints.Words, CutPoints.Letters];
        foreach (var way in ways)
        {
            var points = way(text).Where(at => at > first && at <= last).ToList();
            var found = LastThatFits(points.Count, i => fits(make(Prose.Slice(runs, ..points[i]))));
            if (found >= 0)
                return new BlockCut(make(Prose.Slice(runs, ..points[found])), [make(Prose.Slice(runs, points[found]..))]);
        }

        return null;
    }

    /// <summary>Cuts between things that are counted: at most all but one go to the beginning.</summary>
    public static BlockCut? CutBetween(int count, Func<int, Block> first, Func<int, Block> rest, Func<Block, bool> fits)
    {
        var found = LastThatFits(count - 1, i => fits(first(i + 1)));
        return found < 0 ? null : new BlockCut(first(found + 1), [rest(found + 1)]);
    }

    /// <summary>
    /// The last of <paramref name="count"/> growing things that fits, or -1: what is longer fits less. The steps double first, so that what
    /// is measured is never much longer than what fits.
    /// </summary>
    public static int LastThatFits(int count, Func<int, bool> fits)
    {
        var (low, high) = (-1, 0);
        while (high < count && fits(high))
            (low, high) = (high, high * 2 + 1);
        high = Math.Min(high, count) - 1;
        while (low < high)
        {
            var middle = low + (high - low + 1) / 2;
            if (fits(middle))
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private static BlockCut? CutCode(CodeBlock code, Func<Block, bool> fits)
    {
        var lines = code.Text.Split('\n');
        return CutBetween(lines.Length, count => code with { Text = string.Join('\n', lines[..count]) }, count => code with { Text = string.Join('\n', lines[count..]) }, fits)
            ?? CutLine(code, CutPoints.Words(code.Text), fits)
            ?? CutLine(code, CutPoints.Letters(code.Text), fits);
    }

    private static BlockCut? CutLine(CodeBlock code, IReadOnlyList<int> points, Func<Block, bool> fits)
    {
        var found = LastThatFits(points.Count, i => fits(code with { Text = code.Text[..points[i]] }));
        return found < 0 ? null : new BlockCut(code with { Text = code.Text[..points[found]] }, [code with { Text = code.Text[points[found]..] }]);
    }
}
