using CohortBot.Chat.Documents;
using CohortBot.Courses;

namespace CohortBot.Guides;

/// <summary>A section of a guide: its heading and what stands under it.</summary>
/// <param name="Title">The words of the heading.</param>
/// <param name="Blocks">What stands under it.</param>
public sealed record GuideSection(string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>Its words, without the heading.</summary>
    public string Text => DocumentText.Plain(Blocks);

    /// <summary>The sections of a guide in its order; what stands before the first heading is in none.</summary>
    public static IReadOnlyList<GuideSection> All(Guide guide)
    {
        List<(string Title, List<Block> Blocks)> sections = [];
        foreach (var block in guide.Body.Blocks)
        {
            if (block is Heading { Level: <= 2 } heading)
                sections.Add((DocumentText.Plain(heading.Text).Trim(), []));
            else if (sections.Count > 0)
                sections[^1].Blocks.Add(block);
        }

        return [.. sections.Select(section => new GuideSection(section.Title, section.Blocks))];
    }

    /// <summary>What stands in a guide before its first heading: how to read it.</summary>
    public static IReadOnlyList<Block> Opening(Guide guide) => [.. guide.Body.Blocks.TakeWhile(block => block is not Heading)];
}
