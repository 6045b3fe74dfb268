using CohortBot.Courses.Reading;
using CohortBot.Operations;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CohortBot.Courses;

/// <summary>Reads the courses as <c>cohortbot validate</c> does: a finding for each fault.</summary>
internal sealed class CoursesCheck(IOptions<CourseOptions> options) : IDoctorCheck
{
    /// <inheritdoc/>
    public string Name => "courses";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken)
    {
        var folders = CourseFolders.Find(options.Value);
        var reading = CourseReader.Read(folders.Lessons, folders.Prompts);
        IReadOnlyList<Finding> findings = reading.Problems.Count > 0
            ? [.. reading.Problems.Select(FindingOf)]
            : [Finding.Well("doctor.courses_well", ("courses", reading.Shelf.Courses.Count), ("labs", reading.Shelf.Labs.Count), ("folder", folders.Lessons))];
        return Task.FromResult(findings);
    }

    private static Finding FindingOf(CourseProblem problem) => new(
        problem.IsError ? HealthStatus.Unhealthy : HealthStatus.Degraded,
        new Sentence($"courses.{problem.Key}", problem.Values) { Before = $"{problem.File}:{problem.Line}: " },
        new Sentence($"courses.{problem.Key}.mend", problem.Values));
}
