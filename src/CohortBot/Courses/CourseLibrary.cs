using CohortBot.Courses.Reading;
using CohortBot.Texts;
using Microsoft.Extensions.Options;

namespace CohortBot.Courses;

/// <summary>Keeps the last good version of courses, labs and guides.</summary>
internal sealed partial class CourseLibrary(IOptions<CourseOptions> options, TextCatalogue texts, ILogger<CourseLibrary> logger) : ICourseLibrary
{
    private volatile CourseShelf _shelf = CourseShelf.Empty;
    private volatile IReadOnlyList<CourseProblem> _lastProblems = [];

    /// <inheritdoc/>
    public CourseShelf Shelf => _shelf;

    /// <summary>What was wrong when the folders were read last, warnings too. With an error among them, the shelf is older than the files.</summary>
    public IReadOnlyList<CourseProblem> LastProblems => _lastProblems;

    /// <summary>Where the files are.</summary>
    public CourseFolders Folders { get; } = CourseFolders.Find(options.Value);

    /// <summary>Reads the folders for the first time.</summary>
    /// <exception cref="CourseException">They cannot be used; the message lists every problem.</exception>
    public void Load()
    {
        if (!Read())
            throw new CourseException(LastProblems, texts.In(Locale.English));
        ReadLibrary(logger, Shelf.Courses.Count, Shelf.Labs.Count, Shelf.Guides.Count);
    }

    /// <summary>Reads the folders again. With an error in them the last good version stays, and a warning is logged.</summary>
    /// <returns>Whether the new version was taken.</returns>
    public Task<bool> ReloadAsync(CancellationToken cancellationToken) => Task.Run(() =>
    {
        if (Read())
        {
            ReadLibrary(logger, Shelf.Courses.Count, Shelf.Labs.Count, Shelf.Guides.Count);
            return true;
        }

        KeptLastGood(logger, CourseException.List(LastProblems, texts.In(Locale.English)));
        return false;
    }, cancellationToken);

    /// <summary>A problem in one line.</summary>
    public string Describe(CourseProblem problem) => CourseException.Describe(problem, texts.In(Locale.English));

    private bool Read()
    {
        var reading = CourseReader.Read(Folders.Lessons, Folders.Prompts);
        _lastProblems = reading.Problems;
        if (reading.IsUsable)
            _shelf = reading.Shelf;
        return reading.IsUsable;
    }

    [LoggerMessage(2001, LogLevel.Information, "Read {Courses} courses, {Labs} labs and {Guides} guides")]
    private static partial void ReadLibrary(ILogger logger, int courses, int labs, int guides);

    [LoggerMessage(2002, LogLevel.Warning, "The edited courses were not taken; the last good version stays. {Problems}")]
    private static partial void KeptLastGood(ILogger logger, string problems);
}
