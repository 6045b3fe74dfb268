namespace CohortBot.Chat.Documents;

/// <summary>Blocks that belong together: headings and their small print, what they head, and the notes and buttons under it.</summary>
internal sealed record BlockGroup(IReadOnlyList<Block> Lead, Block Body, IReadOnlyList<Block> Followers)
{
    /// <summary>All of it.</summary>
    public IReadOnlyList<Block> Blocks => [.. Lead, Body, .. Followers];

    /// <summary>Whether it announces what comes next ("There are three:").</summary>
    public bool Announces => Followers.Count == 0 && Body is Paragraph paragraph && Prose.Text(paragraph.Text).TrimEnd().EndsWith(':');

    /// <summary>
    /// Divides blocks into sections, at the highest heading inside; a section does not begin between headings that follow each other.
    /// Without a heading inside there is one.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Block>> Sections(IReadOnlyList<Block> blocks)
    {
        var starts = Enumerable.Range(1, Math.Max(0, blocks.Count - 1)).Where(at => BeginsLead(blocks, at)).ToList();
        if (starts.Count == 0)
            return [blocks];
        var highest = starts.Min(at => Level(blocks, at));
        int[] borders = [0, .. starts.Where(at => Level(blocks, at) == highest), blocks.Count];
        return [.. borders.Zip(borders.Skip(1), (from, to) => blocks.Skip(from).Take(to - from).ToList())];
    }

    /// <summary>Divides blocks into groups.</summary>
    public static IReadOnlyList<BlockGroup> All(IReadOnlyList<Block> blocks)
    {
        List<BlockGroup> groups = [];
        for (var at = 0; at < blocks.Count;)
        {
            var lead = LeadLength(blocks, at);
            if (at + lead == blocks.Count)
                lead--;
            var body = at + lead;
            var end = body + 1;
            while (end < blocks.Count && blocks[end] is Note or ButtonRow)
                end++;
            groups.Add(new BlockGroup([.. blocks.Skip(at).Take(lead)], blocks[body], [.. blocks.Skip(body + 1).Take(end - body - 1)]));
            at = end;
        }

        return groups;
    }

    private static bool BeginsLead(IReadOnlyList<Block> blocks, int at)
    {
        if (blocks[at] is not Heading)
            return false;
        var before = at - 1;
        while (before > 0 && blocks[before] is Note)
            before--;
        return blocks[before] is not Heading;
    }

    private static int Level(IReadOnlyList<Block> blocks, int at) => blocks.Skip(at).Take(LeadLength(blocks, at)).OfType<Heading>().Min(heading => heading.Level);

    // Headings, and the notes right under them.
    private static int LeadLength(IReadOnlyList<Block> blocks, int from)
    {
        var at = from;
        while (at < blocks.Count && (blocks[at] is Heading || (at > from && blocks[at] is Note)))
            at++;
        return at - from;
    }
}
