using CohortBot.Access;
using CohortBot.Cohorts;

namespace CohortBot.Lessons;

/// <summary>Says whom an opening would touch: the members to whom the lesson is still closed.</summary>
internal sealed class LessonTouch(EnrolmentStore enrolments, MemberDirectory members, LessonAccess access)
{
    /// <summary>Their names.</summary>
    /// <param name="choice">The lesson.</param>
    /// <param name="only">One member, or null for everybody in the cohort.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<string>> FindAsync(LessonChoice choice, Member? only, CancellationToken cancellationToken)
    {
        var cohort = choice.Cohort;
        List<string> touched = [];
        foreach (var key in only is null ? await enrolments.ListAsync(cohort.Workspace, cohort.Id, cancellationToken) : [only.Key])
        {
            var standing = (await access.ListAsync(cohort, key, cancellationToken)).First(standing => standing.Lesson.Id == choice.Lesson.Id);
            if (!standing.IsOpen)
                touched.Add((await members.FindAsync(cohort.Workspace, key, cancellationToken))?.Name ?? key.Value);
        }

        return touched;
    }

    /// <summary>Whether there is anybody whom an opening for everybody could touch.</summary>
    public async Task<bool> IsAnybodyThereAsync(Cohort cohort, CancellationToken cancellationToken) =>
        (await enrolments.ListAsync(cohort.Workspace, cohort.Id, cancellationToken)).Count > 0;
}
