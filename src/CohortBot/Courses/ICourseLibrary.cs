namespace CohortBot.Courses;

/// <summary>The courses, labs and guides as they stand now; a broken edit leaves the last good version standing.</summary>
public interface ICourseLibrary
{
    /// <summary>The last good version.</summary>
    CourseShelf Shelf { get; }
}

/// <summary>Everything that was read from <c>lessons/</c> and <c>prompts/</c> at one moment.</summary>
public sealed record CourseShelf(
    IReadOnlyList<Course> Courses, IReadOnlyList<Lab> Labs, IReadOnlyList<Guide> Guides, IReadOnlyDictionary<string, Prompt> SharedPrompts)
{
    /// <summary>Nothing.</summary>
    public static readonly CourseShelf Empty = new([], [], [], new Dictionary<string, Prompt>(StringComparer.Ordinal));

    /// <summary>The course, or null.</summary>
    public Course? Find(CourseId course) => Courses.FirstOrDefault(candidate => candidate.Id == course);

    /// <summary>The lab, or null.</summary>
    public Lab? Find(LabId lab) => Labs.FirstOrDefault(candidate => candidate.Id == lab);
}
