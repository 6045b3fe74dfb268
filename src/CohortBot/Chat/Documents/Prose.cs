namespace CohortBot.Chat.Documents;

/// <summary>Runs read as one text, so that they can be measured and cut without losing their look.</summary>
internal static class Prose
{
    /// <summary>The words without their look.</summary>
    public static string Text(IEnumerable<Run> runs) => string.Concat(runs.Select(run => run.Text));

    /// <summary>Whether there is anything to read.</summary>
    public static bool IsBlank(IEnumerable<Run> runs) => runs.All(run => string.IsNullOrWhiteSpace(run.Text));

    /// <summary>The runs with neighbours of the same look made one and empty ones left out.</summary>
    public static IReadOnlyList<Run> Merge(IEnumerable<Run> runs)
    {
        List<Run> merged = [];
        foreach (var run in runs.Where(run => run.Text.Length > 0))
        {
            if (merged.Count > 0 && merged[^1] with { Text = run.Text } == run)
                merged[^1] = run with { Text = merged[^1].Text + run.Text };
            else
                merged.Add(run);
        }

        return merged;
    }

    /// <summary>The runs line by line.</summary>
    public static IReadOnlyList<IReadOnlyList<Run>> Lines(IEnumerable<Run> runs)
    {
        List<List<Run>> lines = [[]];
        foreach (var run in Merge(runs))
        {
            var pieces = run.Text.ReplaceLineEndings("\n").Split('\n');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0)
                    lines.Add([]);
                if (pieces[i].Length > 0)
                    lines[^1].Add(run with { Text = pieces[i] });
            }
        }

        return lines;
    }

    /// <summary>The runs between two places of the text, without the white space at the cut.</summary>
    public static IReadOnlyList<Run> Slice(IReadOnlyList<Run> runs, Range range)
    {
        var text = Text(runs);
        var (offset, length) = range.GetOffsetAndLength(text.Length);
        var (from, to) = (offset, offset + length);
        while (from < to && char.IsWhiteSpace(text[from]))
            from++;
        while (to > from && char.IsWhiteSpace(text[to - 1]))
            to--;

        List<Run> slice = [];
        var at = 0;
        foreach (var run in runs)
        {
            var (start, end) = (Math.Max(from, at), Math.Min(to, at + run.Text.Length));
            if (start < end)
                slice.Add(run with { Text = run.Text[(start - at)..(end - at)] });
            at += run.Text.Length;
        }

        return slice;
    }
}
