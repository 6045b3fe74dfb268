namespace CohortBot.Chat.Documents;

/// <summary>Fills parts one after the other; <see cref="DocumentSplitter"/> says what it guarantees.</summary>
internal sealed class PartFiller(Func<Document, bool> fits)
{
    private readonly List<Document> _parts = [];
    private IReadOnlyList<Block> _open = [];

    /// <summary>The parts of blocks that do not fit into one.</summary>
    public IReadOnlyList<Document> Fill(IReadOnlyList<Block> blocks)
    {
        Add(blocks);
        Close();
        return _parts;
    }

    // What fits behind the open part goes there; what fits alone stays whole; the rest is divided: sections, groups, blocks.
    private void Add(IReadOnlyList<Block> blocks)
    {
        if (blocks.Count == 0 || TryJoin(blocks))
            return;
        var sections = BlockGroup.Sections(blocks);
        var isWhole = Fits(blocks);
        if (isWhole || sections.Count > 1 || blocks[0] is Heading)
            Close();
        if (isWhole)
            _open = blocks;
        else if (sections.Count > 1)
            AddAll(sections);
        else
            AddGroups(BlockGroup.All(blocks));
    }

    private void AddAll(IEnumerable<IReadOnlyList<Block>> pieces)
    {
        foreach (var piece in pieces)
            Add(piece);
    }

    private void AddGroups(IReadOnlyList<BlockGroup> groups)
    {
        if (groups.Count == 1)
        {
            Cut(groups[0]);
            return;
        }

        for (var at = 0; at < groups.Count; at++)
        {
            var group = groups[at];
            var isAnnounced = at > 0 && groups[at - 1].Announces && group.Lead.Count == 0;
            if (group.Announces && at + 1 < groups.Count && groups[at + 1].Lead.Count == 0 && Fits([.. group.Blocks, .. groups[at + 1].Blocks]))
                Add([.. group.Blocks, .. groups[++at].Blocks]);
            else if (isAnnounced && group.Body is Bullets && !TryJoin(group.Blocks))
                Cut(group);
            else if (!isAnnounced || group.Body is not Bullets)
                Add(group.Blocks);
        }
    }

    // Here a group does not fit as it is: it is too long, or it must begin in the open part.
    private void Cut(BlockGroup group)
    {
        if (group.Lead.Count > 0 || group.Body is CodeBlock or Table)
            Close();
        if (group.Body is CodeBlock or Table && TryJoin([.. group.Lead, group.Body]))
        {
            AddAll(group.Followers.Select(block => (IReadOnlyList<Block>)[block]));
            return;
        }

        // A header that comes again in each part must leave room for rows: as much as it takes itself.
        if (group.Body is Table table && !Fits([table with { Rows = [table.Header] }]))
        {
            Add([.. group.Lead, .. TableCutter.AsParagraphs(table), .. group.Followers]);
            return;
        }

        var isGentle = Fits([.. _open, .. group.Lead, group.Body]);
        if (BlockCutter.TryCut(group.Body, head => Fits([.. _open, .. group.Lead, head]), isGentle) is { } cut)
        {
            _open = [.. _open, .. group.Lead, cut.Head];
            Close();
            Add([.. cut.Rest, .. group.Followers]);
        }
        else if (_open.Count > 0 && !isGentle)
        {
            Close();
            Add(group.Blocks);
        }
        else
        {
            GiveWay(group);
        }
    }

    // Nothing of the body fits with what leads it: that which is in the way takes a form that can be cut.
    private void GiveWay(BlockGroup group)
    {
        if (TryJoin([.. group.Lead, group.Body]))
            AddAll(group.Followers.Select(block => (IReadOnlyList<Block>)[block]));
        else if (group.Body is Figure { Caption: { } caption } figure)
            Add([.. group.Lead, figure with { Caption = null }, new Note(Run.Of(caption)), .. group.Followers]);
        else if (group.Body is Table wide)
            Add([.. group.Lead, .. TableCutter.AsParagraphs(wide), .. group.Followers]);
        else if (group.Lead.Count > 0)
            AddAll([.. group.Lead.Select(block => (IReadOnlyList<Block>)[WithoutHeading(block)]), [group.Body, .. group.Followers]]);
        else if (group.Body is Heading)
            Add([WithoutHeading(group.Body), .. group.Followers]);
        else
            AddTooLong(group);
    }

    // A single letter or a picture that the platform cannot take at all: better sent and refused than lost without a word.
    private void AddTooLong(BlockGroup group)
    {
        Close();
        _open = [group.Body];
        Close();
        AddAll(group.Followers.Select(block => (IReadOnlyList<Block>)[block]));
    }

    private static Block WithoutHeading(Block block) =>
        block is Heading heading ? new Paragraph([.. heading.Text.Select(run => run with { IsBold = true })]) : block;

    private bool TryJoin(IReadOnlyList<Block> blocks)
    {
        IReadOnlyList<Block> joined = [.. _open, .. blocks];
        if (!Fits(joined))
            return false;
        _open = joined;
        return true;
    }

    private bool Fits(IReadOnlyList<Block> blocks) => fits(new Document(blocks));

    private void Close()
    {
        if (_open.Count > 0)
            _parts.Add(new Document(_open));
        _open = [];
    }
}
