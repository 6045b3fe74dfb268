using CohortBot.Access;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>Sets the scene of a participation from what is stored and the course as it stands now.</summary>
internal sealed class LabScenes(Database database, ICourseLibrary library, TextCatalogue texts)
{
    /// <summary>The scene, or null when the member was erased or the lab is no longer in the course.</summary>
    public Task<LabScene?> FindAsync(LaneKey key, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => await ParticipationStore.FindAsync(session, key) is { } participation ? await SetAsync(session, participation) : null,
            cancellationToken);

    /// <summary>The scene, or null when the member was erased or the lab is no longer in the course.</summary>
    public Task<LabScene?> FindAsync(Participation participation, CancellationToken cancellationToken) =>
        database.ReadAsync(session => SetAsync(session, participation), cancellationToken);

    private async Task<LabScene?> SetAsync(Session session, Participation participation)
    {
        var cohort = await CohortStore.FindAsync(session, participation.Workspace, participation.Cohort);
        var member = await MemberDirectory.FindAsync(session, participation.Workspace, participation.Member);
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
