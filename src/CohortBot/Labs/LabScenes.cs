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

    /// <summary>The scene from what was read, or null when the lab is no longer in the course.</summary>
    public LabScene? Set(Participation participation, Cohort cohort, Member member)
    {
        var course = library.Shelf.Find(cohort.Course);
        var lesson = course?.Lessons.FirstOrDefault(candidate => candidate.Lab?.Id == participation.Lab);
        if (course is null || lesson?.Lab is not { } lab)
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

    private async Task<LabScene?> SetAsync(Session session, Participation participation) =>
        await CohortStore.FindAsync(session, participation.Workspace, participation.Cohort) is { } cohort
        && await MemberDirectory.FindAsync(session, participation.Workspace, participation.Member) is { } member
            ? Set(participation, cohort, member)
            : null;
}
