namespace CohortBot.Guides;

/// <summary>Finds the sections that fit a person's words: by the stems they share, rare ones first, and those of a heading above all.</summary>
internal static class SectionFinder
{
    private const double InTitle = 3;

    // The stem of what people say for it, and that of the word that the guides use.
    private static readonly Dictionary<string, string> _sameAs = new(StringComparer.Ordinal)
    {
        ["bsc"] = "bachelor",
        ["ba"] = "bachelor",
        ["bs"] = "bachelor",
        ["undergraduat"] = "bachelor",
        ["msc"] = "master",
        ["ms"] = "master",
        ["ma"] = "master",
        ["doctorat"] = "phd",
        ["doctoral"] = "phd",
        ["doctor"] = "phd",
        ["doktor"] = "phd",
        ["geography"] = "region",
        ["country"] = "region",
        ["begin"] = "start",
        ["beginn"] = "start",
    };

    /// <summary>The sections that share a word with what was asked, best first. A title that was typed out is the only one.</summary>
    public static IReadOnlyList<GuideSection> Find(IReadOnlyList<GuideSection> sections, string asked)
    {
        if (sections.FirstOrDefault(section => section.Title.Equals(asked.Trim(), StringComparison.OrdinalIgnoreCase)) is { } exact)
            return [exact];
        var stems = sections.Select(section => (Section: section, Title: Stems(section.Title), Text: Stems(section.Text))).ToList();
        var wanted = Stems(asked);
        return
        [
            .. stems.Select(candidate => (candidate.Section, Score: wanted.Sum(stem => Weigh(stem, candidate.Title, candidate.Text) * Rarity(stem))))
                .Where(candidate => candidate.Score > 0)
                .OrderByDescending(candidate => candidate.Score)
                .Select(candidate => candidate.Section),
        ];

        double Rarity(string stem) => Math.Log(1 + (double)sections.Count / (1 + stems.Count(candidate => candidate.Title.Contains(stem) || candidate.Text.Contains(stem))));
    }

    private static double Weigh(string stem, HashSet<string> title, HashSet<string> text) => (title.Contains(stem) ? InTitle : 0) + (text.Contains(stem) ? 1 : 0);

    private static HashSet<string> Stems(string text) => Texts.Stems.Of(text).Select(stem => _sameAs.GetValueOrDefault(stem, stem)).ToHashSet(StringComparer.Ordinal);
}
