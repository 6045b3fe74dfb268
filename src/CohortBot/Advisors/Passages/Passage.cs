using CohortBot.Courses;

namespace CohortBot.Advisors.Passages;

/// <summary>A section of a lesson or guide that the advisor may quote.</summary>
public sealed record Passage
{
    /// <summary>The course, or null if it stands in a guide.</summary>
    public CourseId? Course { get; init; }

    /// <summary>The lesson's place in the course, or null if it stands in a guide.</summary>
    public int? Lesson { get; init; }

    /// <summary>The title of the lesson or guide.</summary>
    public required string From { get; init; }

    /// <summary>The section's heading, or the title for what stands before the first heading.</summary>
    public required string Title { get; init; }

    /// <summary>All its words, a block a line; the cells of a table's row are joined by dashes.</summary>
    public required string Text { get; init; }

    /// <summary>The sentences of each paragraph, item of a list, and quote; those of tables are none.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Paragraphs { get; init; }

    /// <summary>The sentences that may be quoted.</summary>
    public IEnumerable<string> Sentences => Paragraphs.SelectMany(paragraph => paragraph);

    /// <summary>The sources of the lesson or guide that may be named: not the dropped ones and none without an organisation.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }
}
