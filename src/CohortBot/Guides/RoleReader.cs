using CohortBot.Chat.Documents;
using CohortBot.Courses;

namespace CohortBot.Guides;

/// <summary>Takes the guide of roles apart: a section a role, with a list of labelled facts.</summary>
internal static class RoleReader
{
    /// <summary>The roles in the guide's order. A section without a labelled list is none.</summary>
    public static IReadOnlyList<CareerRole> Read(Guide guide) => [.. GuideSection.All(guide).Select(Read).OfType<CareerRole>()];

    private static CareerRole? Read(GuideSection section)
    {
        var facts = section.Blocks.OfType<Bullets>().SelectMany(list => list.Items).Select(FactOf).OfType<RoleFact>().ToList();
        var about = string.Join(' ', section.Blocks.OfType<Paragraph>().Select(paragraph => Plain(paragraph.Text)));
        return facts.Count > 0 ? new CareerRole(section.Title, about, facts) : null;
    }

    // "**Pay**: $120k to over $300k"
    private static RoleFact? FactOf(BulletItem item)
    {
        var text = Plain(item.Text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && item.Text is [{ IsBold: true }, ..] ? new RoleFact(text[..colon].Trim(), text[(colon + 1)..].Trim()) : null;
    }

    private static string Plain(IReadOnlyList<Run> runs) => string.Concat(runs.Select(run => run.Text)).Replace('\n', ' ').Trim();
}
