using CohortBot.Access;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>Sets the scene of a participation from what is stored and the course as it stands now.</summary>
internal sealed class LabScenes(
    ParticipationStore participations, CohortStore cohorts, ICourseLibrary library, MemberDirectory members, TextCatalogue texts)
{
    /// <summary>The scene, or null when the member was erased or the lab is no longer in the course.</summary>
    public async Task<LabScene?> FindAsync(LaneKey key, CancellationToken cancellationToken) =>
        await participations.FindAsync(key, cancellationToken) is { } participation ? await FindAsync(participation, cancellationToken) : null;

    /// <summary>The scene, or null when the member was erased or the lab is no longer in the course.</summary>
    public async Task<LabScene?> FindAsync(Participation participation, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.FindAsync(participation.Workspace, participation.Cohort, cancellationToken);
        var member = await members.FindAsync(participation.Workspace, participation.Member, cancellationToken);
        var course = cohort is null ? null : library.Shelf.Find(cohort.Course);
        var lesson = course?.Lessons.FirstOrDefault(candidate => candidate.Lab?.Id == participation.Lab);
        if (cohort is null || member is null || course is null || lesson?.Lab is not { } lab)
            return null;
        return new LabScene
        {
            Participation = participation,
            Cohort = cohort,
            Course = course,
            Lesson = lesson,
            Lab = lab,
            Member = member,
            Wording = texts.In(member.Locale ?? cohort.Locale),
            IsShared = cohort.ThreadMode == LabThreadMode.Shared,
        };
    }
}
