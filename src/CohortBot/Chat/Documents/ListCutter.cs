namespace CohortBot.Chat.Documents;

/// <summary>Cuts a list between items, else between the items below one, else inside an item; numbers go on where they stopped.</summary>
internal static class ListCutter
{
    /// <summary>The longest beginning that fits, or null.</summary>
    public static BlockCut? TryCut(Bullets list, Func<Block, bool> fits, bool isGentle) =>
        BlockCutter.CutBetween(
            list.Items.Count, count => list with { Items = [.. list.Items.Take(count)] }, count => list with { Items = [.. list.Items.Skip(count)], From = list.From + count }, fits)
        ?? (list.Items.Count == 0 ? null : CutBelow(list, fits) ?? CutItem(list, fits, isGentle));

    private static BlockCut? CutBelow(Bullets list, Func<Block, bool> fits)
    {
        var item = list.Items[0];
        if (Prose.IsBlank(item.Text))
            return null;
        var found = BlockCutter.LastThatFits(item.Below.Count, kept => fits(First(kept)));
        if (found < 0)
            return null;
        Block[] rest = [new Bullets(IsNumbered: false, [.. item.Below.Skip(found)]), .. After(list)];
        return new BlockCut(First(found), rest);

        Bullets First(int kept) => list with { Items = [item with { Below = [.. item.Below.Take(kept)] }] };
    }

    private static BlockCut? CutItem(Bullets list, Func<Block, bool> fits, bool isGentle)
    {
        var item = list.Items[0];
        if (BlockCutter.CutText(item.Text, runs => list with { Items = [new BulletItem(runs, [])] }, fits, isGentle) is { } cut)
            return cut with { Rest = [list with { Items = [((Bullets)cut.Rest[0]).Items[0] with { Below = item.Below }, .. list.Items.Skip(1)] }] };

        // An item without words of its own gives way to what lies below it.
        return Prose.IsBlank(item.Text) && item.Below.Count > 0 && TryCut(new Bullets(IsNumbered: false, item.Below), fits, isGentle) is { } below
            ? below with { Rest = [.. below.Rest, .. After(list)] }
            : null;
    }

    private static IEnumerable<Block> After(Bullets list) =>
        list.Items.Count > 1 ? [list with { Items = [.. list.Items.Skip(1)], From = list.From + 1 }] : [];
}
