using CohortBot.Courses.Reading;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Courses;

/// <summary>Whether the course files can be used; while the program runs, an unusable edit is only a reason to look.</summary>
internal sealed class CoursesHealth(CourseLibrary library) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // The doctor asks without having started the program.
        var isRunning = library.Shelf != CourseShelf.Empty;
        var problems = isRunning ? library.LastProblems : CourseReader.Read(library.Folders.Lessons, library.Folders.Prompts).Problems;
        var detail = string.Join("; ", problems.Select(problem => library.Describe(problem)));
        var isUsable = !problems.Any(problem => problem.IsError);
        return Task.FromResult((isUsable, isRunning, problems.Count) switch
        {
            (true, _, 0) => HealthCheckResult.Healthy(),
            (true, _, _) or (false, true, _) => HealthCheckResult.Degraded(detail),
            _ => HealthCheckResult.Unhealthy(detail),
        });
    }
}
