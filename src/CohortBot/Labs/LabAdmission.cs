using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Decides whose part in a lab a message belongs to, if anybody's.</summary>
internal sealed class LabAdmission(MemberDirectory members, ParticipationStore participations)
{
    /// <summary>Who wrote a message.</summary>
    public Task<Member> MeetAsync(Session session, IncomingMessage message) =>
        members.MeetAsync(session, new ChatUser(message.Author, message.AuthorName));

    /// <summary>
    /// The part in the lab with its cohort, or why there is none. In a shared thread, a member of the cohort who writes takes part from then on.
    /// </summary>
    public async Task<(Participation? Part, Cohort? Cohort, WhyNot? Reason)> JudgeAsync(Session session, LabThread thread, MemberKey member)
    {
        if (!thread.IsShared && thread.Owner != member)
            return (null, null, WhyNot.NotYours);
        if (await EnrolmentStore.FindCohortAsync(session, thread.Workspace, thread.Cohort, member) is not { } cohort)
            return (null, null, WhyNot.NotEnrolled);
        if (cohort.State == CohortState.Closed)
            return (null, null, WhyNot.CohortClosed);
        return (await participations.StartAsync(session, thread, member), cohort, null);
    }
}
