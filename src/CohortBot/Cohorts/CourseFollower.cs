using CohortBot.Cohorts.Changes;
using CohortBot.Courses;
using CohortBot.Storage;

namespace CohortBot.Cohorts;

/// <summary>Gives the lessons that a course gains while cohorts run their places in each calendar.</summary>
internal sealed partial class CourseFollower(
    Database database, ICourseLibrary library, CohortChanges changes, TimeProvider time, ILogger<CourseFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10); // how late a lesson that was just written gets its place

    private CourseShelf? _seen;

    /// <summary>Brings all cohorts in line with the library, if it changed since the last call.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var shelf = library.Shelf;
        if (ReferenceEquals(shelf, _seen))
            return;
        var cohorts = await database.ReadAsync(session => session.QueryAsync<Cohort>("SELECT * FROM cohorts WHERE closed_at IS NULL"), cancellationToken);
        foreach (var cohort in cohorts.Where(cohort => shelf.Find(cohort.Course) is not null))
        {
            if (await changes.FollowCourseAsync(cohort.Workspace, cohort.Id, cancellationToken))
                LogFollowed(cohort.Workspace, cohort.Id, cohort.Course);
        }

        _seen = shelf;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(2101, LogLevel.Information, "The calendar of cohort {Cohort} in {Workspace} followed a change of the course {Course}.")]
    private partial void LogFollowed(Chat.WorkspaceId workspace, Access.CohortId cohort, CourseId course);

    [LoggerMessage(2102, LogLevel.Error, "The cohorts could not be brought in line with their courses.")]
    private partial void LogFailed(Exception exception);
}
