using System.Runtime.CompilerServices;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Advisors.Passages;

/// <summary>Finds the passages that fit what a member said, in the lessons up to theirs and in the guides.</summary>
internal sealed class PassageSearch(ICourseLibrary library)
{
    // Among equals the lesson that the member has just read is the better place to be sent back to.
    private const double CurrentLesson = 1.15;

    // A topic's own words steer the search; they do not decide it.
    private const double TopicWord = 0.3;

    // A topic's words stay the same as long as the course does, and each turn looks for them.
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, string[]> TopicStems = [];

    private readonly ConditionalWeakTable<CourseShelf, PassageIndex> _indexes = [];

    /// <summary>The passages that share a word with the query, best first. Lessons after the query's are left out: they may not be open yet.</summary>
    public IReadOnlyList<FoundPassage> Find(PassageQuery query) =>
    [
        .. Index.Rank(Weigh(query))
            .Where(found => IsOpen(found.Passage, query))
            .Select(found => found with { Score = found.Score * Boost(found.Passage, query) })
            .OrderByDescending(found => found.Score),
    ];

    /// <summary>The sections of a guide that share a word with a topic, best first.</summary>
    /// <param name="guide">The guide's title.</param>
    /// <param name="topic">The words.</param>
    public IReadOnlyList<FoundPassage> FindInGuide(string guide, string topic) =>
    [
        .. Index.Rank(Weigh(new PassageQuery(default, 0, topic, [])))
            .Where(found => found.Passage.Lesson is null && found.Passage.From == guide)
            .OrderByDescending(found => found.Score),
    ];

    /// <summary>How rare a stem is on the shelf; 0 if it does not occur.</summary>
    public double RarityOf(string stem) => Index.RarityOf(stem);

    // Counted once for each version of the shelf.
    private PassageIndex Index => _indexes.GetValue(library.Shelf, static shelf => new PassageIndex(PassageReader.Read(shelf)));

    private static Dictionary<string, double> Weigh(PassageQuery query)
    {
        var stems = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var stem in TopicStems.GetValue(query.TopicWords, static words => [.. words.SelectMany(Stems.Of)]))
            stems[stem] = TopicWord;
        foreach (var stem in Stems.Of(query.Words).Where(IsTelling))
            stems[stem] = 1;
        return stems;
    }

    // "12" in "12 years" has nothing to do with "12 to 24 months"; a year may.
    private static bool IsTelling(string stem) => stem.Length >= 4 || !stem.All(char.IsDigit);

    private static bool IsOpen(Passage passage, PassageQuery query) =>
        passage.Lesson is null || (passage.Course == query.Course && passage.Lesson <= query.Lesson);

    private static double Boost(Passage passage, PassageQuery query) => passage.Lesson == query.Lesson ? CurrentLesson : 1;
}

/// <summary>What a passage is looked for with.</summary>
/// <param name="Course">The course.</param>
/// <param name="Lesson">The number of the lesson that the member is at.</param>
/// <param name="Words">What the member said.</param>
/// <param name="TopicWords">Words that the lab's author adds.</param>
public sealed record PassageQuery(CourseId Course, int Lesson, string Words, IReadOnlyList<string> TopicWords);

/// <summary>A passage that was found.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">How well it fits; only good for comparing within one shelf.</param>
/// <param name="Shared">The stems of the member's words that it has.</param>
public sealed record FoundPassage(Passage Passage, double Score, IReadOnlyList<string> Shared);
